-- Savings-and-credit groups (Tổ TK&VV), their boards and monthly scores.

create schema groups;

grant usage on schema groups to giaoban_app;

create table groups.savings_group (
  commune_id uuid not null,
  id uuid not null,
  group_code text not null,
  leader_name text not null,
  leader_born_on date,
  leader_phone text,
  deputy_name text,
  village_code text not null,
  association_code text not null,
  group_type text,
  status text,
  point_code text,
  bank_data_date date not null,
  primary key (commune_id, id),
  unique (commune_id, group_code)
);

comment on table groups.savings_group is 'commune: groups as last told by the bank';

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

select platform.own_by_commune('groups.savings_group', 'select, insert, update', '{village_code,group_code,association_code}');

select platform.own_by_commune('groups.group_entry', 'select, insert, update', '{village_code,group_code,association_code}');

select platform.own_by_commune('groups.group_score', 'select, insert', '{village_code,group_code,association_code}');
