-- What is read by one office alone: its rows carry the seat they were given to, and a narrowed scope reads those of its own.
-- Files that people add to a record: the row here, the bytes in the data folder under the same id.

-- A row is seen by whoever sees the whole commune, and by the office whose seat it names. A row without a seat belongs to a
-- body that has no account, and is seen by the former alone.
create function platform.own_by_seat(owned regclass, rights text, seat_matches text default 'owner_seat = %s')
returns void language plpgsql as $$
begin
  perform platform.own_by(owned, rights,
    'commune_id = any ((select platform.scope_communes())::uuid[]) and ('
    || '((select platform.scope_narrowed(''app.villages'')) is null'
    || ' and (select platform.scope_narrowed(''app.groups'')) is null'
    || ' and (select platform.scope_narrowed(''app.associations'')) is null) or '
    || format(seat_matches, '(select nullif(current_setting(''app.seat'', true), ''''))') || ')');
end
$$;

create table platform.stored_file (
  commune_id uuid not null,
  id uuid not null,
  -- The office that reads it besides those who read the whole commune; the record it belongs to says the same.
  owner_seat text,
  -- What the person's machine called it, made harmless; shown, never a path.
  name text not null,
  media_type text not null,
  size_bytes integer not null check (size_bytes > 0),
  -- Of the bytes as they are kept: an image is not kept as it came.
  sha256 text not null,
  -- Of the bytes as they came: the same file sent twice under one id is taken once.
  received_sha256 text not null,
  scan text not null check (scan in ('clean', 'notScanned')),
  stored_by uuid,
  stored_at timestamptz not null,
  -- Null until a record names it; what stays so is removed.
  kept_since timestamptz,
  primary key (commune_id, id)
);

comment on table platform.stored_file is 'commune: files added to records; the bytes lie in the data folder';

create index stored_file_left_over on platform.stored_file (stored_at) where kept_since is null;

select platform.own_by_seat('platform.stored_file', 'select, insert, update, delete');

-- Housekeeping removes what no record took, in every commune; it reads nothing else.
create policy left_over_seen on platform.stored_file for select
  using ((select platform.scope_is_system()) and kept_since is null);

create policy left_over_removed on platform.stored_file for delete
  using ((select platform.scope_is_system()) and kept_since is null);
