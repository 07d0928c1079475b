-- Which office serves a commune follows from the files that stand. What an undone file alone told is withdrawn and stays
-- to be read; whoever asks which communes an office serves goes on asking `registry.office_commune`.
alter table registry.office_commune rename to office_service;

alter table registry.office_service add column withdrawn_at timestamptz;

comment on table registry.office_service is 'reference: which communes an office serves, and its counter, as files told it; withdrawn with the last file that did';

create view registry.office_commune with (security_invoker = true) as
  select office_id, commune_id, valid_from, valid_to from registry.office_service where withdrawn_at is null;

grant select, insert, update on registry.office_commune to giaoban_app;
