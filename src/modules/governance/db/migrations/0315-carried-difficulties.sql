-- What nobody has answered when a meeting is closed goes on to the next of its point, or is dropped with a reason.

-- The briefings that were closed while nobody had answered it, in their order; the first is the one in which it was raised.
alter table governance.difficulty add column carried_from uuid[] not null default '{}';

alter table governance.difficulty add column dropped_by uuid;

alter table governance.difficulty add column dropped_by_name text;

alter table governance.difficulty add column dropped_at timestamptz;

alter table governance.difficulty add column drop_reason text;

alter table governance.difficulty drop constraint difficulty_state_check;

alter table governance.difficulty add constraint difficulty_state_check
  check (state in ('open', 'answered', 'given', 'dropped'));

alter table governance.difficulty add constraint difficulty_dropped check ((state = 'dropped') = (dropped_at is not null));

alter table governance.difficulty add constraint difficulty_dropped_whole
  check (num_nulls(dropped_at, dropped_by_name, drop_reason) in (0, 3));

comment on table governance.difficulty is 'commune: difficulties raised from the field, answered on the spot, given to somebody or dropped with a reason';
