-- Of somebody who is told in person that a briefing is not held: who has told them, and when. Written down by mistake it is taken back.

alter table governance.cancellation
  add column told_at timestamptz,
  add column told_by uuid,
  add column told_by_name text,
  add constraint cancellation_told check (num_nulls(told_at, told_by_name) in (0, 2));

grant update on governance.cancellation to giaoban_app;
