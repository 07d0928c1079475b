-- Who was invited to a briefing, by which way, and the mail addresses of the people asked.

-- What those who come bring along, as the invitation says it.
alter table governance.briefing add column bring text;

create table governance.mail_address (
  commune_id uuid not null,
  id uuid not null,
  -- An address belongs to a person in an office: a new holder of the office has none until somebody enters it.
  seat text,
  full_name text not null,
  address text not null,
  entered_by uuid,
  entered_at timestamptz not null,
  primary key (commune_id, id),
  constraint mail_address_of unique nulls not distinct (commune_id, seat, full_name)
);

comment on table governance.mail_address is 'commune: mail addresses of people asked to briefings and given tasks';

create table governance.invitation (
  commune_id uuid not null,
  id uuid not null,
  briefing_id uuid not null,
  -- The person asked; the row stays when they are taken off the list.
  attendee_id uuid not null,
  way text not null check (way in ('mail', 'paper')),
  mail_id uuid,
  -- When and where the invitation says the meeting is.
  held_on date not null,
  starts_at time,
  place text,
  made_by uuid,
  made_by_name text not null,
  made_at timestamptz not null,
  -- Of a paper: handed over on this day by this person.
  handed_on date,
  handed_by_name text,
  primary key (commune_id, id),
  foreign key (commune_id, briefing_id) references governance.briefing (commune_id, id),
  check ((way = 'mail') = (mail_id is not null)),
  check (num_nulls(handed_on, handed_by_name) in (0, 2)),
  check (handed_on is null or way = 'paper')
);

comment on table governance.invitation is 'commune: invitations to briefings, by mail or on paper; the latest of a person counts';

create index invitation_of on governance.invitation (commune_id, briefing_id, attendee_id, made_at desc);

select platform.own_by_commune('governance.mail_address', 'select, insert, update, delete');

select platform.own_by_commune('governance.invitation', 'select, insert, update');
