-- A server that has not looked at a table yet expects one row in two hundred for a commune, and says so twice, for the policy and
-- for the statement's own filter: it takes thousands of people for one. To find one person by commune and id, every index that
-- begins with the commune then seems as good as the key, and a commune is read through for each of its people: the first
-- import of 5,000 borrowers took 31 s for them alone, now 2. So a table of communes begins with what a look at it would
-- find, that communes are few; the first look, a minute after much has changed, puts what it found in its place.
--
-- Needs PostgreSQL 18, which the embedded server is; on an older one of somebody's own it stays as it was.

create function platform.expect_communes(owned regclass) returns void language plpgsql as $$
begin
  if current_setting('server_version_num')::integer < 180000 then
    return;
  end if;
  perform pg_restore_attribute_stats(
    'schemaname', relation.relnamespace::regnamespace::text, 'relname', relation.relname::text, 'attname', 'commune_id',
    'inherited', false, 'null_frac', 0::real, 'avg_width', 16, 'n_distinct', 10::real)
  from pg_class relation
  -- Not where the server has looked already.
  where relation.oid = owned and relation.relkind = 'r' and not relation.relispartition and relation.reltuples <= 0;
end
$$;

create or replace function platform.own_by_commune(owned regclass, rights text, narrowed_by text[] default '{}')
returns void language plpgsql as $$
begin
  perform platform.own_by(owned, rights, platform.commune_condition(narrowed_by));
  perform platform.expect_communes(owned);
end
$$;

select platform.expect_communes(format('%I.%I', schemaname, tablename)::regclass)
from pg_policies where policyname = 'scope' and qual like '%scope_communes%';
