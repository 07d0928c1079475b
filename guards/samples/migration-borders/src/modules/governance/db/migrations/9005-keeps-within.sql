-- All of this is allowed.
alter table governance.task disable row level security;

update governance.task set text = 'update registry.area set name', state = any (array['portfolio.position'])
where exists (select from registry.area area where area.id = governance.task.id)
  and commune_id in (select id from only platform.audit_entry where action in ('registry.mergeArea', 'x'));

alter table governance.task enable row level security;

create policy own on governance.task using ((select platform.scope_is_system()) or platform.sees(commune_id));

create table governance.z (id uuid references platform.stored_file (id), at timestamptz default platform.now());

comment on table governance.z is 'commune: what registry.area said';

delete from governance.z using registry.area area where area.id = z.id;

create function governance.ensure(of date) returns void language plpgsql set search_path = pg_catalog as $$
begin
  execute format('create table governance.%I (like governance.z)', of);
end
$$;

grant execute on function governance.ensure(date) to giaoban_app;
