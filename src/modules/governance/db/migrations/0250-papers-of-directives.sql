-- The paper a directive comes with: a resolution has number, day and issuer apart; a written order of the chair may have them.

alter table governance.directive drop constraint directive_check2;

-- Resolutions written down before keep number and day in one line here, as they were typed.
alter table governance.directive rename column resolution to paper_number;

alter table governance.directive add column paper_on date;

alter table governance.directive add column paper_issuer text;

alter table governance.directive add constraint directive_paper
  check (case source when 'briefing' then paper_number is null when 'resolution' then paper_number is not null else true end);

alter table governance.directive add constraint directive_paper_day
  check (paper_on is null or (paper_number is not null and paper_on <= given_on));
