-- Transaction points with their fixed days, notices that move a session, calendar feeds.

create schema sessions;

grant usage on schema sessions to giaoban_app;

create table sessions.point (
  commune_id uuid not null,
  id uuid not null,
  point_code text not null,
  name text not null,
  fixed_day smallint not null check (fixed_day between 1 and 31),
  starts_at time,
  ends_at time,
  place text,
  valid_from date not null,
  valid_to date,
  source text not null check (source in ('bank', 'entered')),
  primary key (commune_id, id),
  check (valid_to is null or valid_to >= valid_from),
  check (ends_at is null or starts_at is null or ends_at > starts_at)
);

comment on table sessions.point is 'commune: transaction points by date; a commune may have several, each with its own day';

create unique index point_code_from on sessions.point (commune_id, point_code, valid_from);

create table sessions.point_village (
  commune_id uuid not null,
  point_id uuid not null,
  village_code text not null,
  primary key (commune_id, point_id, village_code),
  foreign key (commune_id, point_id) references sessions.point (commune_id, id) on delete cascade
);

comment on table sessions.point_village is 'commune: which villages use a point; a village may use two';

create table sessions.notice (
  commune_id uuid not null,
  id uuid not null,
  point_id uuid not null,
  -- The day the session would be held, and the day it is held instead; null: not held.
  regular_on date not null,
  held_on date,
  starts_at time,
  ends_at time,
  reason text not null,
  document text not null,
  recorded_by uuid,
  recorded_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (commune_id, id),
  foreign key (commune_id, point_id) references sessions.point (commune_id, id)
);

comment on table sessions.notice is 'commune: recorded notices, the only thing that moves a session';

create unique index notice_current on sessions.notice (commune_id, point_id, regular_on) where withdrawn_at is null;

create table sessions.calendar_feed (
  commune_id uuid not null,
  id uuid not null,
  secret_hash text not null,
  created_by uuid,
  created_at timestamptz not null,
  revoked_at timestamptz,
  primary key (commune_id, id),
  unique (commune_id, secret_hash)
);

comment on table sessions.calendar_feed is 'commune: secret addresses of the calendar feed, revocable; only the hash is kept';

select platform.own_by_commune('sessions.point', 'select, insert, update');

select platform.own_by_commune('sessions.point_village', 'select, insert, delete');

select platform.own_by_commune('sessions.notice', 'select, insert, update');

select platform.own_by_commune('sessions.calendar_feed', 'select, insert, update');
