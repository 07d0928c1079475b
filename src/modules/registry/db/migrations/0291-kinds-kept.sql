-- What kind of identity paper a person has and whether the bank's number can be dialled is decided where it is written.
-- A month tells something new of one customer in a hundred; the view asked both of all of them for every publication.

alter table registry.person
  add column identity_kind text not null generated always as (
    case when coalesce(identity_number, '') = '' then 'missing'
         when identity_number ~ '^[0-9]{12}$' then 'twelveDigits'
         when identity_number ~ '^[0-9]{9}$' then 'nineDigits'
         else 'other' end) stored,
  add column phone_state text not null generated always as (
    case when coalesce(phone, '') = '' then 'missing'
         when phone ~ '^0[0-9]{9}$' then 'valid'
         else 'invalid' end) stored;

-- The same columns with the same values. Numbers that are shared are counted in the order of their bytes, which is found
-- faster than that of the language and brings the same together.
create or replace view registry.person_reach with (security_invoker = true) as
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
    person.identity_kind,
    person.phone,
    person.phone_state,
    -- How many customers of the commune carry the same number; 0 without a number.
    case when person.phone_state = 'missing' then 0
         else count(*) over (partition by person.commune_id, person.phone collate "C") end::integer as phone_people,
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
