-- Savings-and-credit groups (Tổ TK&VV), their boards and monthly scores.

create schema groups;

grant usage on schema groups to giaoban_app;

-- Which versions of which data dates were accepted; undo sets withdrawn_at and what they told ceases to count.
create table groups.bank_version (
  commune_id uuid not null,
  version_id uuid not null,
  data_date date not null,
  withdrawn_at timestamptz,
  primary key (commune_id, version_id)
);

comment on table groups.bank_version is 'commune: accepted versions of the bank''s group files';

create table groups.group_record (
  commune_id uuid not null,
  data_date date not null,
  version_id uuid not null,
  group_code text not null,
  leader_name text not null,
  leader_born_on date,
  leader_born_year smallint,
  leader_phone text,
  deputy_customer_code text,
  deputy_name text,
  village_code text not null,
  association_code text not null,
  group_type text,
  status text,
  point_code text,
  point_name text,
  primary key (commune_id, group_code, data_date, version_id)
);

comment on table groups.group_record is 'commune: what the bank said of a group at a data date; append only';

create table groups.group_entry (
  commune_id uuid not null,
  id uuid not null,
  group_code text not null,
  village_code text not null,
  association_code text not null,
  field text not null check (field in ('leader_phone', 'deputy_name', 'deputy_phone', 'meeting_note')),
  value text not null,
  bank_value text,
  entered_by uuid not null,
  entered_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (commune_id, id)
);

comment on table groups.group_entry is 'commune: what people entered of a group; an import never overwrites it';

create unique index group_entry_current on groups.group_entry (commune_id, group_code, field) where withdrawn_at is null;

create table groups.group_score (
  commune_id uuid not null,
  data_date date not null,
  version_id uuid not null,
  group_code text not null,
  village_code text not null,
  association_code text not null,
  attendance_points smallint not null,
  overdue_points smallint not null,
  principal_points smallint not null,
  interest_points smallint not null,
  savers_points smallint not null,
  savings_growth_points smallint not null,
  total_points smallint not null,
  grade text not null check (grade in ('Tốt', 'Khá', 'Trung bình', 'Yếu')),
  -- file: as exported; computed: the export lost it and it follows from the total.
  grade_from text not null check (grade_from in ('file', 'computed')),
  primary key (commune_id, data_date, version_id, group_code)
);

comment on table groups.group_score is 'commune: monthly scores by data date and version; append only';

select platform.own_by_commune('groups.bank_version', 'select, insert, update');

select platform.own_by_commune('groups.group_record', 'select, insert', '{village_code,group_code,association_code}');

select platform.own_by_commune('groups.group_entry', 'select, insert, update', '{village_code,group_code,association_code}');

select platform.own_by_commune('groups.group_score', 'select, insert', '{village_code,group_code,association_code}');

-- Groups as last told by the bank: the newest record of a version that was not withdrawn. A group missing from newer
-- files keeps its last record, and its date shows it.
create view groups.savings_group with (security_invoker = true) as
  select distinct on (record.commune_id, record.group_code)
    record.*, record.data_date as bank_data_date
  from groups.group_record record
  join groups.bank_version version
    on version.commune_id = record.commune_id and version.version_id = record.version_id
  where version.withdrawn_at is null
  order by record.commune_id, record.group_code, record.data_date desc, record.version_id desc;

grant select on groups.savings_group to giaoban_app;

-- Scores of the newest version of each data date that was not withdrawn; a newer version without the scores' file
-- leaves the date without scores.
create view groups.current_score with (security_invoker = true) as
  select score.*
  from groups.group_score score
  join (
    select distinct on (commune_id, data_date) commune_id, data_date, version_id
    from groups.bank_version
    where withdrawn_at is null
    order by commune_id, data_date, version_id desc
  ) shown on shown.commune_id = score.commune_id and shown.data_date = score.data_date and shown.version_id = score.version_id;

grant select on groups.current_score to giaoban_app;
