-- A number stands once among the contacts of a person [RG11]: sent twice at once, it was written twice.

-- Whoever migrates is bound by row-level security, and sees every commune for this one statement.
alter table registry.contact no force row level security;

-- Of the same number the bank's stays, then the one reached last, then the oldest; the others are as if their author
-- had removed them.
update registry.contact set removed_at = contact.entered_at, removed_by = contact.entered_by
from (
  select commune_id, id, row_number() over (
    partition by commune_id, person_id, phone
    order by source = 'bank' desc, last_reached_on desc nulls last, entered_at, id) as place
  from registry.contact where removed_at is null
) standing
where standing.commune_id = contact.commune_id and standing.id = contact.id and standing.place > 1;

alter table registry.contact force row level security;

create unique index contact_number on registry.contact (commune_id, person_id, phone) where removed_at is null;
