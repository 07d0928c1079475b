-- Where an office changed hands and its holder came to the meeting, the row is the holder's. Whose it was, and how they were said to be there,
-- is kept, so that who said it by mistake takes it back by one press.

create table governance.attendee_before (
  commune_id uuid not null,
  -- The row of the list.
  id uuid not null,
  briefing_id uuid not null,
  full_name text not null,
  is_vacant boolean not null,
  presence text not null check (presence in ('present', 'late', 'deputy', 'excused', 'absent')),
  deputy_name text,
  note text,
  primary key (commune_id, id),
  foreign key (commune_id, briefing_id) references governance.briefing (commune_id, id),
  check ((presence = 'deputy') = (deputy_name is not null))
);

comment on table governance.attendee_before is 'commune: whose rows of a list were, of which the office''s holder is said to have come';

create index attendee_before_of on governance.attendee_before (commune_id, briefing_id);

select platform.own_by_commune('governance.attendee_before', 'select, insert, delete');
