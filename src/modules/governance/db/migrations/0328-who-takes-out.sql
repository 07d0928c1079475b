-- Whoever has the form of a line open that somebody takes out is told who did it; of lines taken out before it is not known.

alter table governance.conclusion
  add column removed_by_name text
    constraint conclusion_removed_by check (removed_by_name is null or removed_at is not null);
