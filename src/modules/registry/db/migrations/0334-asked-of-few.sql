-- What is asked of a few people is looked up person by person; what is asked of a whole commune reads it once. One view was
-- for both: it joined the commune with all of its numbers for each question, and where the planner had not seen the tables
-- yet, compared every person with every number: 37 s for the members of one group among 5,000 borrowers.

create or replace view registry.customer with (security_invoker = true) as
  select person.commune_id, person.customer_code, person.household_id, person.full_name, person.phone,
    coalesce((
      select bool_or(contact.phone ~ '^0[0-9]{9}$' and contact.wrong_number_since is null)
      from registry.contact
      where contact.commune_id = person.commune_id and contact.person_id = person.id and contact.removed_at is null
    ), false) as is_reachable,
    person.id as person_id,
    person.folded_name,
    person.born_on,
    extract(year from person.born_on)::integer as birth_year,
    person.village_code,
    person.group_code,
    person.association_code,
    person.identity_issued_on,
    person.identity_kind,
    person.phone_state,
    -- As in person_reach, for one customer.
    case when person.phone_state = 'missing' then 0
         else (select count(*) from registry.person other
               where other.commune_id = person.commune_id and other.phone = person.phone
                 and (other.customer_code is null or other.bank_data_date is not null)) end::integer as phone_people
  from registry.person
  -- A customer whose every record was undone has no bank date.
  where person.customer_code is not null and person.bank_data_date is not null;

drop view registry.person_reach;

create view registry.person_reach with (security_invoker = true) as
  select
    person.commune_id,
    person.customer_code,
    person.id as person_id,
    person.household_id,
    person.born_on,
    person.identity_issued_on,
    person.identity_kind,
    person.phone_state,
    -- How many customers of the commune carry the same number; 0 without a number.
    case when person.phone_state = 'missing' then 0
         else count(*) over (partition by person.commune_id, person.phone collate "C") end::integer as phone_people
  from registry.person
  -- A customer whose every record was undone has no bank date.
  where person.customer_code is null or person.bank_data_date is not null;

grant select on registry.person_reach to giaoban_app;
