-- Areas, offices, people, households, contacts. What the bank's files say and what people entered are kept apart.

create schema registry;

grant usage on schema registry to giaoban_app;

create table registry.area (
  id uuid primary key,
  -- counter: the office's own desk, for savers without a commune; it is no commune and is never listed as one.
  kind text not null check (kind in ('province', 'commune', 'village', 'counter')),
  bank_code text,
  state_code text,
  name text not null,
  parent_id uuid references registry.area (id),
  -- False while the files gave the code alone and the name is a stand-in.
  is_named boolean not null default true,
  -- The newest data date whose file named it: the name of an older file does not replace a newer one.
  named_on date,
  valid_from date not null,
  valid_to date,
  check (valid_to is null or valid_to >= valid_from)
);

comment on table registry.area is 'reference: provinces, communes and villages with the codes of the bank and of the state; codes are re-used over time, so each is dated';

create unique index area_bank_code on registry.area (kind, bank_code, valid_from) where bank_code is not null;

create index area_parent on registry.area (parent_id);

create table registry.area_name (
  area_id uuid not null references registry.area (id),
  valid_from date not null,
  name text not null,
  primary key (area_id, valid_from)
);

comment on table registry.area_name is 'reference: names of an area over time; the newest is repeated in the area';

create table registry.area_merge (
  old_area_id uuid not null references registry.area (id),
  new_area_id uuid not null references registry.area (id),
  effective_on date not null,
  document text not null,
  primary key (old_area_id, new_area_id, effective_on)
);

comment on table registry.area_merge is 'reference: which area became part of which, from when, by which document';

create table registry.office (
  id uuid primary key,
  bank_code text not null unique,
  branch_code text,
  name text not null
);

comment on table registry.office is 'reference: transaction offices of the bank';

create table registry.office_commune (
  office_id uuid not null references registry.office (id),
  commune_id uuid not null references registry.area (id),
  valid_from date not null,
  valid_to date,
  primary key (office_id, commune_id, valid_from)
);

comment on table registry.office_commune is 'reference: which communes an office serves, and its counter';

grant select, insert, update on registry.area, registry.area_name, registry.area_merge, registry.office, registry.office_commune to giaoban_app;

create table registry.household (
  commune_id uuid not null,
  id uuid not null,
  created_at timestamptz not null,
  primary key (commune_id, id)
);

comment on table registry.household is 'commune: people who live and borrow together; the files know customers only, people join them';

-- What is shown: the bank's latest published record with what people entered laid over it.
create table registry.person (
  commune_id uuid not null,
  id uuid not null,
  customer_code text,
  household_id uuid not null,
  -- People entered by hand: what they are to the borrower.
  household_relation text,
  full_name text not null,
  folded_name text not null,
  born_on date,
  sex text check (sex in ('male', 'female')),
  ethnicity_name text,
  identity_number text,
  identity_issued_on date,
  identity_issuer text,
  spouse_name text,
  address text,
  -- The bank's number; every number, this one too, is a contact.
  phone text,
  village_code text not null,
  group_code text not null,
  association_code text not null,
  -- The data date and version of the bank record shown; null for people entered by hand.
  bank_data_date date,
  bank_version_id uuid,
  primary key (commune_id, id),
  foreign key (commune_id, household_id) references registry.household (commune_id, id)
);

comment on table registry.person is 'commune: borrowers and members of their households, as they are shown';

create unique index person_customer_code on registry.person (commune_id, customer_code) where customer_code is not null;

create index person_household on registry.person (commune_id, household_id);

-- Which versions of which data dates were accepted, and the customers they named: a record is written only when a
-- value changed, so this is what tells "told again" from "not told". Undo sets withdrawn_at and its records cease to count.
create table registry.bank_version (
  commune_id uuid not null,
  version_id uuid not null,
  data_date date not null,
  person_ids uuid[] not null,
  withdrawn_at timestamptz,
  primary key (commune_id, version_id)
);

comment on table registry.bank_version is 'commune: accepted versions of the bank''s customers, with the customers each named';

-- One row each time the bank's file said something new of a customer; the last published one at or before a date holds.
create table registry.person_bank_record (
  commune_id uuid not null,
  person_id uuid not null,
  data_date date not null,
  version_id uuid not null,
  full_name text not null,
  folded_name text not null,
  born_on date,
  sex text,
  ethnicity_name text,
  identity_number text,
  identity_issued_on date,
  identity_issuer text,
  spouse_name text,
  address text,
  phone text,
  village_code text not null,
  group_code text not null,
  association_code text not null,
  primary key (commune_id, person_id, data_date, version_id)
);

comment on table registry.person_bank_record is 'commune: what the bank said of a customer and from which data date; append only';

create table registry.person_entry (
  commune_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  -- Repeated from the person, so that a narrowed scope holds here too; kept equal when a person moves.
  village_code text not null,
  group_code text not null,
  association_code text not null,
  field text not null check (field in ('full_name', 'born_on', 'identity_number', 'identity_issued_on', 'spouse_name', 'address')),
  value text not null,
  -- Names only: the value without diacritics, for the search.
  folded_value text,
  -- What the bank's record said when the person entered theirs: a later difference is shown, never merged.
  bank_value text,
  entered_by uuid not null,
  entered_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (commune_id, id),
  foreign key (commune_id, person_id) references registry.person (commune_id, id)
);

comment on table registry.person_entry is 'commune: what a person entered in place of the bank''s value; an import never overwrites it';

create unique index person_entry_current on registry.person_entry (commune_id, person_id, field) where withdrawn_at is null;

create table registry.contact (
  commune_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  -- Repeated from the person, so that a narrowed scope holds here too; kept equal when a person moves.
  village_code text not null,
  group_code text not null,
  association_code text not null,
  relation text not null check (relation in ('self', 'spouse', 'child', 'parent', 'sibling', 'relative', 'neighbour', 'villageHead', 'other')),
  name text,
  phone text not null,
  source text not null check (source in ('bank', 'entered')),
  last_reached_on date,
  wrong_number_since date,
  entered_by uuid,
  entered_at timestamptz not null,
  removed_at timestamptz,
  -- Null when an import took it away because the bank gave another number; then an undo brings it back.
  removed_by uuid,
  primary key (commune_id, id),
  foreign key (commune_id, person_id) references registry.person (commune_id, id)
);

comment on table registry.contact is 'commune: ways to reach a borrower: own number, spouse, child, neighbour, village head';

create index contact_person on registry.contact (commune_id, person_id);

select platform.own_by_commune('registry.household', 'select, insert');

select platform.own_by_commune('registry.bank_version', 'select, insert, update');

select platform.own_by_commune('registry.person', 'select, insert, update', '{village_code,group_code,association_code}');

select platform.own_by_commune('registry.person_bank_record', 'select, insert', '{village_code,group_code,association_code}');

select platform.own_by_commune('registry.person_entry', 'select, insert, update', '{village_code,group_code,association_code}');

select platform.own_by_commune('registry.contact', 'select, insert, update', '{village_code,group_code,association_code}');

-- LIKE is not leakproof, so under row-level security no trigram index is ever used; what can be used is the commune,
-- and an index narrow enough to be read instead of the table. Measured: see registry/RULES.md [RG12].
create index person_search on registry.person (commune_id, folded_name)
  include (id, full_name, village_code, group_code, association_code, customer_code, bank_data_date);

create index person_phone on registry.person (commune_id, phone);

create index person_identity_number on registry.person (commune_id, identity_number);

create index contact_phone on registry.contact (commune_id, phone) include (person_id, removed_at, village_code, group_code, association_code);

-- What the modules above may know of a customer: who, how reachable, what kind of identity paper; never its number.
create view registry.person_reach with (security_invoker = true) as
  select
    person.commune_id,
    person.customer_code,
    person.id as person_id,
    person.household_id,
    person.full_name,
    person.folded_name,
    person.born_on,
    extract(year from person.born_on)::integer as birth_year,
    person.village_code,
    person.group_code,
    person.association_code,
    person.identity_issued_on,
    case when coalesce(person.identity_number, '') = '' then 'missing'
         when person.identity_number ~ '^[0-9]{12}$' then 'twelveDigits'
         when person.identity_number ~ '^[0-9]{9}$' then 'nineDigits'
         else 'other' end as identity_kind,
    person.phone,
    case when coalesce(person.phone, '') = '' then 'missing'
         when person.phone ~ '^0[0-9]{9}$' then 'valid'
         else 'invalid' end as phone_state,
    -- How many customers of the commune carry the same number; 0 without a number.
    case when coalesce(person.phone, '') = '' then 0
         else count(*) over (partition by person.commune_id, person.phone) end::integer as phone_people,
    coalesce(reach.is_reachable, false) as is_reachable
  from registry.person
  left join (
    select commune_id, person_id, bool_or(phone ~ '^0[0-9]{9}$' and wrong_number_since is null) as is_reachable
    from registry.contact
    where removed_at is null
    group by commune_id, person_id
  ) reach on reach.commune_id = person.commune_id and reach.person_id = person.id
  -- A customer whose every record was undone has no bank date.
  where person.customer_code is null or person.bank_data_date is not null;

grant select on registry.person_reach to giaoban_app;
