-- The narrowing of a scope, told so that the planner does not take it for one that leaves one row in a hundred. It
-- cannot know that most transactions narrow nothing; three conditions by which it expects to lose nearly all rows made
-- it join thousands of rows by nested loops. Wrapped in coalesce it expects to keep half. What is visible is the same.

create or replace function platform.own_by_commune(owned regclass, rights text, narrowed_by text[] default '{}')
returns void language plpgsql as $$
begin
  perform platform.own_by(owned, rights, platform.commune_condition(narrowed_by));
end
$$;

create or replace function platform.commune_condition(narrowed_by text[]) returns text language sql immutable as $$
  select 'commune_id = any ((select platform.scope_communes())::uuid[])' || coalesce(' and coalesce(' || string_agg(
    format('((select platform.scope_narrowed(%1$L)) is null or %2$I = any ((select platform.scope_narrowed(%1$L))::text[]))',
      'app.' || case narrowing when 'village_code' then 'villages' when 'group_code' then 'groups'
                               when 'association_code' then 'associations' end, narrowing), ' and ') || ', false)', '')
  from unnest(narrowed_by) narrowing
$$;

do $$
declare
  owned record;
  condition text;
begin
  for owned in
    select format('%I.%I', schemaname, tablename) as name,
      array_remove(array[case when qual like '%app.villages%' then 'village_code' end,
                         case when qual like '%app.groups%' then 'group_code' end,
                         case when qual like '%app.associations%' then 'association_code' end], null) as narrowed_by
    from pg_policies
    where policyname = 'scope' and qual like '%scope_communes%' and qual like '%scope_narrowed%'
  loop
    condition := platform.commune_condition(owned.narrowed_by);
    execute format('alter policy scope on %s using (%s) with check (%s)', owned.name, condition, condition);
  end loop;
end
$$;
