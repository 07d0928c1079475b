-- Before it was refused, somebody could be added to a list under an office that stood there already. Of a meeting that has not ended one place
-- is left: the one of which something was recorded, an invitation or how the person is there, else the first. Where something was recorded
-- of both, both stay, and a person takes one off.

alter table governance.attendee no force row level security;

alter table governance.briefing no force row level security;

alter table governance.invitation no force row level security;

with place as (
  select there.commune_id, there.briefing_id, there.id, there.seat, there.is_vacant, there.position,
         lower(normalize(regexp_replace(trim(there.full_name), '\s+', ' ', 'g'), nfc)) as name,
         there.told_by_name is null and there.note is null and not exists (
           select from governance.invitation made where made.commune_id = there.commune_id and made.attendee_id = there.id) as is_unsaid
  from governance.attendee there
  join governance.briefing held on held.commune_id = there.commune_id and held.id = there.briefing_id
  where held.state in ('preparing', 'open') and there.seat is not null
), gone as (
  delete from governance.attendee there using place one, place other
  where there.commune_id = one.commune_id and there.id = one.id and one.is_unsaid
    and other.commune_id = one.commune_id and other.briefing_id = one.briefing_id and other.seat = one.seat and other.id <> one.id
    and other.is_vacant = one.is_vacant and (one.is_vacant or other.name = one.name)
    and (not other.is_unsaid or (other.position, other.id) < (one.position, one.id))
  returning there.commune_id, there.briefing_id
)
update governance.briefing held set revision = held.revision + 1
from (select distinct commune_id, briefing_id from gone) changed
where held.commune_id = changed.commune_id and held.id = changed.briefing_id;

alter table governance.attendee force row level security;

alter table governance.briefing force row level security;

alter table governance.invitation force row level security;
