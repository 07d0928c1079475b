-- Two people who write one point at once: both versions stand until somebody chooses, as with conclusions.

alter table governance.talking_point add column version integer not null default 1;

alter table governance.talking_point add column changed_by_name text;

create table governance.talking_point_version (
  commune_id uuid not null,
  briefing_id uuid not null,
  key text not null,
  id uuid not null,
  -- The version it was written against; older than the standing one where two people wrote at once.
  base_version integer not null,
  state text not null check (state in ('replaced', 'conflicting', 'dropped', 'chosen')),
  prepared_text text,
  own_text text,
  is_dropped boolean not null,
  written_by uuid,
  written_by_name text not null,
  written_at timestamptz not null,
  primary key (commune_id, briefing_id, key, id),
  foreign key (commune_id, briefing_id, key) references governance.talking_point (commune_id, briefing_id, key)
);

comment on table governance.talking_point_version is 'commune: other versions of a point to raise: replaced, or written at the same time and waiting for a choice';

select platform.own_by_commune('governance.talking_point_version', 'select, insert, update');

-- A point that was taken back stays with its version, so that what was written against an older one is seen to be that.
revoke delete on governance.talking_point from giaoban_app;
