create policy seen on registry.area for update using (true);

create trigger kept before update on portfolio.position for each row execute function platform.x();

select platform.own_by_commune('portfolio.position', 'select, insert, update');

create index if not exists strays on portfolio.position (x);

alter table governance.task disable row level security;

drop policy seen on registry.area;

insert into governance.x select from governance.task t, registry.area a;

merge into registry.area using governance.x on true when matched then delete;

alter type registry.kind add value 'x';

create or replace function registry.f() returns int language sql as 'select 1';

create function governance.g() returns void language sql as 'update groups.savings_group set name = null';

with gone as (delete from registry.area returning id) insert into governance.x select id from gone;

update "portfolio" . "position" set x = 1;

/* update registry.area set name = 'x'; */ select '--', 1; truncate governance.x, extracts.batch;

drop function governance.f(), registry.f();

alter default privileges in schema portfolio grant update on tables to giaoban_app;

set search_path = registry;

create function governance.h() returns void language plpgsql as $$
begin
  execute format('update %I.area set name = %L', 'registry', 'x');
  execute 'delete from registry.area';
end
$$;

insert into platform.audit_entry (action) select 'registry.area';

select setval('registry.area_id_seq', 1);

alter table if exists governance.y no force row level security, add column z text;

update registry.area set name = 'the last has no semicolon'
