-- Whoever has the form of somebody's presence open whom another takes off the list is told who did it; what is told of them then
-- brings them back.

create table governance.attendee_taken_off (
  commune_id uuid not null,
  -- The id that they had on the list, and have again when they are brought back.
  id uuid not null,
  briefing_id uuid not null,
  part text not null,
  seat text,
  full_name text not null,
  capacity text not null,
  -- What had been said of their presence was counted so far.
  version integer not null,
  position integer not null,
  by_name text not null,
  at timestamptz not null,
  primary key (commune_id, id),
  foreign key (commune_id, briefing_id) references governance.briefing (commune_id, id)
);

comment on table governance.attendee_taken_off is 'commune: who was taken off the list of a briefing, by whom';

create index attendee_taken_off_of on governance.attendee_taken_off (commune_id, briefing_id);

select platform.own_by_commune('governance.attendee_taken_off', 'select, insert, delete');
