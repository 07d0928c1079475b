-- What each published version told of a commune's points is kept, version by version, as the registry and the groups
-- keep theirs: undoing a version takes its word out of account, and the rows of the bank follow from what is left.

create table sessions.bank_version (
  commune_id uuid not null,
  version_id uuid not null,
  data_date date not null,
  withdrawn_at timestamptz,
  primary key (commune_id, version_id)
);

comment on table sessions.bank_version is 'commune: versions of a data date whose word on points was heard; undo sets withdrawn_at, also ahead of the word itself';

create table sessions.told_point (
  commune_id uuid not null,
  version_id uuid not null,
  point_code text not null,
  name text not null,
  fixed_day smallint not null check (fixed_day between 1 and 31),
  village_codes text[] not null,
  primary key (commune_id, version_id, point_code)
);

comment on table sessions.told_point is 'commune: each point as a version of a data date told it; append only';

-- What was told before is known from the rows that it became. Whoever migrates is bound by row-level security, and sees
-- every commune for these statements.
alter table sessions.point no force row level security;

alter table sessions.point_village no force row level security;

alter table sessions.bank_point no force row level security;

alter table portfolio.publication no force row level security;

alter table portfolio.data_version no force row level security;

-- Of several versions of a date the first that stands had told the row: later ones of the date were not heard.
insert into sessions.bank_version (commune_id, version_id, data_date)
select distinct on (shown.commune_id, shown.data_date) shown.commune_id, version.id, shown.data_date
from portfolio.publication shown
join portfolio.data_version version
  on version.office_id = shown.office_id and version.data_date = shown.data_date and version.state <> 'undone'
where exists (
    select from sessions.point known
    where known.commune_id = shown.commune_id and known.valid_from = shown.data_date and known.source = 'bank'
      and known.withdrawn_at is null)
  or exists (
    select from sessions.bank_point known
    where known.commune_id = shown.commune_id and known.data_date = shown.data_date)
order by shown.commune_id, shown.data_date, version.number;

insert into sessions.told_point (commune_id, version_id, point_code, name, fixed_day, village_codes)
select known.commune_id, version.version_id, known.point_code, known.name, known.fixed_day,
  array(select village.village_code from sessions.point_village village
        where village.commune_id = known.commune_id and village.point_id = known.id order by 1)
from sessions.point known
join sessions.bank_version version
  on version.commune_id = known.commune_id and version.data_date = known.valid_from
where known.source = 'bank' and known.withdrawn_at is null;

insert into sessions.told_point (commune_id, version_id, point_code, name, fixed_day, village_codes)
select known.commune_id, version.version_id, known.point_code, known.name, known.fixed_day, known.village_codes
from sessions.bank_point known
join sessions.bank_version version
  on version.commune_id = known.commune_id and version.data_date = known.data_date
on conflict do nothing;

alter table sessions.point force row level security;

alter table sessions.point_village force row level security;

alter table portfolio.publication force row level security;

alter table portfolio.data_version force row level security;

-- The newest word is the last of those that stand.
drop table sessions.bank_point;

select platform.own_by_commune('sessions.bank_version', 'select, insert, update');

select platform.own_by_commune('sessions.told_point', 'select, insert');
