-- Who a customer is, for rows that name them. The view person_reach counts the phones of a whole commune for each
-- question, which fifty names do not need. What is visible is the same.
create view registry.customer with (security_invoker = true) as
  select commune_id, customer_code, household_id, full_name, phone
  from registry.person
  -- A customer whose every record was undone has no bank date.
  where customer_code is not null and bank_data_date is not null;

grant select on registry.customer to giaoban_app;

-- Which office serves a commune is asked commune by commune.
create index office_commune_of_commune on registry.office_commune (commune_id, valid_from desc);
