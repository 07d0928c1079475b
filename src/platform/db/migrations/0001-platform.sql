-- What every module stands on: scope, audit chain, outbox. Statements end with a semicolon at the end of a line.
-- A table's comment begins with its owner: commune, office, system, reference or local (docs/adr/0003).

create schema platform;

grant usage on schema platform to giaoban_app;

-- The scope of the running transaction, read from the settings that platform/db/scope.ts makes. Unset means nothing.
create function platform.scope_communes() returns uuid[] language sql stable as $$
  select string_to_array(current_setting('app.communes', true), ',')::uuid[]
$$;

create function platform.scope_offices() returns uuid[] language sql stable as $$
  select string_to_array(current_setting('app.offices', true), ',')::uuid[]
$$;

create function platform.scope_is_system() returns boolean language sql stable as $$
  select coalesce(current_setting('app.system', true) = 'yes', false)
$$;

-- Null does not narrow; an empty array shows nothing.
create function platform.scope_narrowed(setting text) returns text[] language sql stable as $$
  select case when current_setting(setting, true) = '*' then null
              else coalesce(string_to_array(current_setting(setting, true), ','), '{}') end
$$;

-- Makes a table the property of communes: forced row-level security by commune_id and, where the table has the
-- columns named in narrowed_by (village_code, group_code, association_code), by those as well.
create function platform.own_by_commune(owned regclass, rights text, narrowed_by text[] default '{}') returns void
language plpgsql as $$
declare
  condition text := 'commune_id = any ((select platform.scope_communes())::uuid[])';
  narrowing text;
begin
  foreach narrowing in array narrowed_by loop
    condition := condition || format(
      ' and ((select platform.scope_narrowed(%1$L)) is null or %2$I = any ((select platform.scope_narrowed(%1$L))::text[]))',
      'app.' || case narrowing when 'village_code' then 'villages' when 'group_code' then 'groups'
                               when 'association_code' then 'associations' end, narrowing);
  end loop;
  perform platform.own_by(owned, rights, condition);
end
$$;

create function platform.own_by_office(owned regclass, rights text) returns void language plpgsql as $$
begin
  perform platform.own_by(owned, rights, 'office_id = any ((select platform.scope_offices())::uuid[])');
end
$$;

-- Rows of the system: users, sessions, settings. Only what runs as the system sees them.
create function platform.own_by_system(owned regclass, rights text) returns void language plpgsql as $$
begin
  perform platform.own_by(owned, rights, '(select platform.scope_is_system())');
end
$$;

-- The same for all owners: enabled, forced, one policy for reading and writing, the application's rights.
create function platform.own_by(owned regclass, rights text, condition text) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', owned);
  execute format('alter table %s force row level security', owned);
  execute format('create policy scope on %s using (%s) with check (%s)', owned, condition, condition);
  execute format('grant %s on %s to giaoban_app', rights, owned);
end
$$;

create table platform.audit_head (
  commune_id uuid primary key,
  sequence bigint not null check (sequence >= 0),
  hash text not null
);

comment on table platform.audit_head is 'commune: the last entry of each chain; locked by whoever appends';

create table platform.audit_entry (
  commune_id uuid not null,
  sequence bigint not null check (sequence > 0),
  at text not null,
  actor text not null,
  command text not null,
  subject text not null,
  previous_hash text not null,
  hash text not null,
  primary key (commune_id, sequence)
);

comment on table platform.audit_entry is 'commune: who did what when; append only, each entry carries the hash of the one before';

-- The chain of the nil commune is the system's own. The system reads every chain, to verify it; it appends to its own
-- and to those of the communes in its scope.
select platform.own_by('platform.audit_head', 'select, insert, update', $$
  commune_id = any ((select platform.scope_communes())::uuid[])
  or (commune_id = '00000000-0000-0000-0000-000000000000' and (select platform.scope_is_system()))$$);

select platform.own_by('platform.audit_entry', 'select, insert', $$
  commune_id = any ((select platform.scope_communes())::uuid[])
  or (commune_id = '00000000-0000-0000-0000-000000000000' and (select platform.scope_is_system()))$$);

create policy verify on platform.audit_head for select using ((select platform.scope_is_system()));

create policy verify on platform.audit_entry for select using ((select platform.scope_is_system()));

create table platform.outbox (
  id uuid primary key,
  name text not null,
  payload jsonb not null,
  -- What the command that caused it could see; its handlers see the same.
  scope jsonb not null,
  created_at timestamptz not null,
  delivered_at timestamptz,
  -- Failures so far, and when to try again after the last one.
  failures integer not null default 0,
  retry_at timestamptz
);

comment on table platform.outbox is 'system: news of modules, written in the transaction that caused it, delivered after commit';

create index outbox_waiting on platform.outbox (name, created_at, id) where delivered_at is null;

-- Written together with what the handler did, so that a repeated delivery passes over handlers that are done.
create table platform.outbox_delivery (
  event_id uuid not null references platform.outbox (id),
  handler text not null,
  delivered_at timestamptz not null,
  primary key (event_id, handler)
);

comment on table platform.outbox_delivery is 'system: which handler has had which event';

-- Every command may add news; only the deliverer, which runs as the system, reads them.
alter table platform.outbox enable row level security;

alter table platform.outbox force row level security;

create policy scope on platform.outbox using ((select platform.scope_is_system())) with check (true);

grant select, insert, update on platform.outbox to giaoban_app;

select platform.own_by_system('platform.outbox_delivery', 'select, insert');

-- Work of its own length, queued in the transaction that wants it. The row is both the queue and what people see.
-- A local table on a distributed server: FOR UPDATE SKIP LOCKED needs one (docs/adr/0004).
create table platform.job (
  office_id uuid not null,
  id uuid not null,
  -- Set where the work is of one commune, so that its people see it too.
  commune_id uuid,
  task text not null,
  -- Ids and codes only.
  payload jsonb not null,
  -- Who asked, with office held and scope: the work is done as that person.
  caller jsonb not null,
  state text not null check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  -- How much is done of how much; null while unknown.
  done integer,
  total integer,
  message text,
  created_by uuid,
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  cancel_requested_at timestamptz,
  -- The run that holds it and until when; a run that is not renewed is taken over.
  run_id uuid,
  lease_until timestamptz,
  attempts integer not null default 0,
  primary key (office_id, id)
);

comment on table platform.job is 'office: queued, running and finished work, with its progress';

create index job_waiting on platform.job (created_at, id) where state in ('queued', 'running');

-- People see the jobs of their office or commune; the worker, which runs as the system, sees all.
select platform.own_by('platform.job', 'select, insert, update', $$
  office_id = any ((select platform.scope_offices())::uuid[])
  or commune_id = any ((select platform.scope_communes())::uuid[])
  or (select platform.scope_is_system())$$);
