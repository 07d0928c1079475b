-- Briefings: the agenda, who was there, difficulties raised, points prepared from figures, conclusions, the minutes.

create schema governance;

grant usage on schema governance to giaoban_app;

create table governance.briefing (
  commune_id uuid not null,
  id uuid not null,
  -- The session it belongs to: the point and the fixed day of that month. Points have rows by date, their code stays.
  point_code text not null,
  point_name text not null,
  -- The villages that use the point, by bank code: whose difficulties come here.
  point_villages text[] not null,
  regular_on date not null,
  -- The day the session is held, by a notice perhaps another.
  held_on date not null,
  starts_at time,
  place text,
  state text not null check (state in ('preparing', 'open', 'closed')),
  -- Counts every change, so that a screen sees that another has written.
  revision bigint not null default 0,
  prepared_by uuid,
  prepared_at timestamptz not null,
  opened_by uuid,
  opened_at timestamptz,
  closed_by uuid,
  closed_at timestamptz,
  -- Fixed by closing, unchanged afterwards: number, content, its hash, the head of the audit chain at that moment.
  minutes_year integer,
  minutes_number integer check (minutes_number > 0),
  minutes jsonb,
  minutes_hash text,
  audit_sequence bigint,
  audit_hash text,
  primary key (commune_id, id),
  constraint briefing_session unique (commune_id, point_code, regular_on),
  constraint briefing_minutes_number unique (commune_id, minutes_year, minutes_number),
  check ((state <> 'preparing') = (opened_at is not null)),
  check ((state = 'closed') = (closed_at is not null)),
  check (num_nulls(closed_at, minutes_year, minutes_number, minutes, minutes_hash, audit_sequence, audit_hash) in (0, 7))
);

comment on table governance.briefing is 'commune: briefings, one for each session of a point; closed ones carry their minutes';

create index briefing_held on governance.briefing (commune_id, held_on desc);

create table governance.minutes_series (
  commune_id uuid not null,
  year integer not null,
  last_number integer not null check (last_number >= 0),
  primary key (commune_id, year)
);

comment on table governance.minutes_series is 'commune: the last number of minutes given in a year; locked by whoever closes, so no number is left out';

create table governance.agenda_item (
  commune_id uuid not null,
  id uuid not null,
  briefing_id uuid not null,
  position integer not null,
  kind text not null check (kind in ('attendance', 'lastConclusions', 'figures', 'due', 'difficulties', 'policies',
    'conclusions', 'other')),
  title text not null,
  minutes smallint not null check (minutes between 0 and 240),
  -- When the meeting came to it; the last one reached is the present one.
  reached_at timestamptz,
  primary key (commune_id, id),
  foreign key (commune_id, briefing_id) references governance.briefing (commune_id, id)
);

comment on table governance.agenda_item is 'commune: the agenda of a briefing';

create index agenda_item_of on governance.agenda_item (commune_id, briefing_id, position);

create table governance.attendee (
  commune_id uuid not null,
  id uuid not null,
  briefing_id uuid not null,
  part text not null check (part in ('teamLeader', 'associationHead', 'groupLeader', 'communeChair', 'villageHead',
    'communePolice', 'other')),
  -- The office that is asked to come, as associationHead:11; null for guests.
  seat text,
  full_name text not null,
  capacity text not null,
  presence text not null check (presence in ('present', 'late', 'deputy', 'excused', 'absent')),
  deputy_name text,
  note text,
  position integer not null,
  primary key (commune_id, id),
  foreign key (commune_id, briefing_id) references governance.briefing (commune_id, id),
  check ((presence = 'deputy') = (deputy_name is not null))
);

comment on table governance.attendee is 'commune: who is asked to a briefing and who came; by exception, present unless said otherwise';

create index attendee_of on governance.attendee (commune_id, briefing_id, position);

create table governance.difficulty (
  commune_id uuid not null,
  id uuid not null,
  -- Null until the briefing that takes it up stands prepared.
  briefing_id uuid,
  text text not null,
  about text not null check (about in ('household', 'group', 'matter')),
  household_id uuid,
  person_name text,
  customer_code text,
  contract_no text,
  village_code text,
  group_code text,
  association_code text,
  raised_by uuid,
  raised_seat text,
  raised_by_name text not null,
  raised_at timestamptz not null,
  state text not null check (state in ('open', 'answered', 'given')),
  answer text,
  -- The contact found for the household, where the answer was one.
  contact_id uuid,
  answered_by uuid,
  answered_by_name text,
  answered_at timestamptz,
  given_seat text,
  given_name text,
  due_on date,
  revision integer not null default 0,
  primary key (commune_id, id),
  foreign key (commune_id, briefing_id) references governance.briefing (commune_id, id),
  check ((about = 'household') = (household_id is not null)),
  check ((state = 'answered') = (answered_at is not null)),
  check (state <> 'given' or (given_name is not null and due_on is not null))
);

comment on table governance.difficulty is 'commune: difficulties raised from the field, answered on the spot or given to somebody';

create index difficulty_of on governance.difficulty (commune_id, briefing_id);

create table governance.talking_point (
  commune_id uuid not null,
  briefing_id uuid not null,
  -- The rule that makes the sentence, as moved-to-overdue, or own: and an id for what a person added.
  key text not null,
  -- The sentence as it was prepared when the person wrote; a later one that differs is shown beside.
  prepared_text text,
  own_text text,
  is_dropped boolean not null default false,
  position integer,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (commune_id, briefing_id, key),
  foreign key (commune_id, briefing_id) references governance.briefing (commune_id, id)
);

comment on table governance.talking_point is 'commune: what people did with the points to raise; the points themselves are made from the figures';

create table governance.conclusion (
  commune_id uuid not null,
  id uuid not null,
  briefing_id uuid not null,
  position integer not null,
  text text not null,
  owner_seat text,
  owner_name text,
  due_on date,
  version integer not null default 1,
  written_by uuid,
  written_by_name text not null,
  written_at timestamptz not null,
  removed_at timestamptz,
  primary key (commune_id, id),
  foreign key (commune_id, briefing_id) references governance.briefing (commune_id, id)
);

comment on table governance.conclusion is 'commune: conclusions of a briefing, one line each, as they stand';

create index conclusion_of on governance.conclusion (commune_id, briefing_id, position);

create table governance.conclusion_version (
  commune_id uuid not null,
  conclusion_id uuid not null,
  id uuid not null,
  -- The version it was written against; older than the standing one where two people wrote at once.
  base_version integer not null,
  state text not null check (state in ('replaced', 'conflicting', 'dropped')),
  text text not null,
  owner_seat text,
  owner_name text,
  due_on date,
  written_by uuid,
  written_by_name text not null,
  written_at timestamptz not null,
  primary key (commune_id, conclusion_id, id),
  foreign key (commune_id, conclusion_id) references governance.conclusion (commune_id, id)
);

comment on table governance.conclusion_version is 'commune: other versions of a conclusion: replaced, or written at the same time and waiting for a choice';

create table governance.addendum (
  commune_id uuid not null,
  id uuid not null,
  briefing_id uuid not null,
  number integer not null check (number > 0),
  text text not null,
  reason text not null,
  written_by uuid,
  written_by_name text not null,
  written_at timestamptz not null,
  primary key (commune_id, id),
  constraint addendum_number unique (commune_id, briefing_id, number),
  foreign key (commune_id, briefing_id) references governance.briefing (commune_id, id)
);

comment on table governance.addendum is 'commune: later corrections of closed minutes, each with reason and author';

select platform.own_by_commune('governance.briefing', 'select, insert, update');

select platform.own_by_commune('governance.minutes_series', 'select, insert, update');

select platform.own_by_commune('governance.agenda_item', 'select, insert, update, delete');

select platform.own_by_commune('governance.attendee', 'select, insert, update, delete');

-- What is about a household or a group is read by those who look after it; what else somebody raised, by them alone.
select platform.own_by_commune('governance.difficulty', 'select, insert, update',
  array['village_code', 'group_code', 'association_code']);

select platform.own_by_commune('governance.talking_point', 'select, insert, update, delete');

select platform.own_by_commune('governance.conclusion', 'select, insert, update');

select platform.own_by_commune('governance.conclusion_version', 'select, insert, update');

select platform.own_by_commune('governance.addendum', 'select, insert');
