-- One truth of which number of a person is called: the first that is not marked wrong, one that can be dialled before
-- one that cannot, the one reached last before the others. Where all are marked, the mark goes with the number.
create view registry.dialled_number with (security_invoker = true) as
  select person.commune_id, person.id as person_id,
    coalesce(first.phone, person.phone) as phone, first.wrong_number_since
  from registry.person
  left join lateral (
    select contact.phone, contact.wrong_number_since from registry.contact
    where contact.commune_id = person.commune_id and contact.person_id = person.id and contact.removed_at is null
    order by contact.wrong_number_since is not null, contact.phone !~ '^0[0-9]{9}$',
             contact.last_reached_on desc nulls last, contact.entered_at, contact.id
    limit 1
  ) first on true;

grant select on registry.dialled_number to giaoban_app;
