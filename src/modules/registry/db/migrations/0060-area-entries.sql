-- What people enter of an area: its name in place of the files', its code in the state's list, the province of a
-- commune; each from a day, by a document. Merges can be taken back.

create table registry.area_entry (
  id uuid primary key,
  area_id uuid not null references registry.area (id),
  field text not null check (field in ('name', 'state_code', 'province')),
  -- A name, a code, or the id of a province.
  value text not null,
  valid_from date not null,
  document text not null,
  -- Null: a first row of the product.
  entered_by uuid,
  entered_at timestamptz not null,
  withdrawn_at timestamptz
);

comment on table registry.area_entry is 'reference: what people entered of areas, from when, by which document; a file never overwrites it';

create unique index area_entry_current on registry.area_entry (area_id, field, valid_from) where withdrawn_at is null;

create index area_entry_state_code on registry.area_entry (value) where field = 'state_code' and withdrawn_at is null;

grant select, insert, update on registry.area_entry to giaoban_app;

-- A state code is dated: it is an entry, not a column.
alter table registry.area drop column state_code;

-- The name in the files while a person's name stands in its place; null otherwise.
alter table registry.area add column bank_name text;

comment on table registry.area_name is 'reference: names of an area in the files over time';

alter table registry.area_merge
  -- The last day of the old code, when the merge ended it: taken back, the merge opens the code again.
  add column old_code_ends_on date,
  add column withdrawn_at timestamptz;
