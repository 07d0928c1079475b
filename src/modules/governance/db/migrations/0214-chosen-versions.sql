-- Of two versions of a line the one that a person took is not dropped. Until now both were written down as dropped.

alter table governance.conclusion_version drop constraint conclusion_version_state_check;

alter table governance.conclusion_version add constraint conclusion_version_state_check
  check (state in ('replaced', 'conflicting', 'dropped', 'chosen'));
