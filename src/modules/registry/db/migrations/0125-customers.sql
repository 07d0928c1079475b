-- Who a customer is and whether they can be reached, for those that are named. The view person_reach counts the phones
-- of a whole commune for each question, which fifty customers do not need. What is visible is the same.
create view registry.customer with (security_invoker = true) as
  select person.commune_id, person.customer_code, person.household_id, person.full_name, person.phone,
    coalesce((
      select bool_or(contact.phone ~ '^0[0-9]{9}$' and contact.wrong_number_since is null)
      from registry.contact
      where contact.commune_id = person.commune_id and contact.person_id = person.id and contact.removed_at is null
    ), false) as is_reachable
  from registry.person
  -- A customer whose every record was undone has no bank date.
  where person.customer_code is not null and person.bank_data_date is not null;

grant select on registry.customer to giaoban_app;

-- Which office serves a commune is asked commune by commune.
create index office_commune_of_commune on registry.office_commune (commune_id, valid_from desc);
