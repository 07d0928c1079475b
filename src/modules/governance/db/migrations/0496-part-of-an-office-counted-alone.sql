-- 0475 took a place of an office in any part but “khác” for one in the office's own: an officer who was asked as the commune's guest of
-- honour kept the next of the office out of the session team. Of a meeting that has not ended the first place that was asked as “khác” is in the
-- office's own part, where none of the office is in it [GV258].

alter table governance.attendee no force row level security;

alter table governance.briefing no force row level security;

with place as (
  select there.commune_id, there.briefing_id, there.id, there.seat, there.part, there.position,
         case split_part(there.seat, ':', 1) when 'creditOfficer' then 'teamLeader' else split_part(there.seat, ':', 1) end as own_part
  from governance.attendee there
  join governance.briefing held on held.commune_id = there.commune_id and held.id = there.briefing_id
  where held.state in ('preparing', 'open') and there.seat is not null and there.seat <> 'officeDirector'
), asked as (
  select *, bool_or(part = own_part) over (partition by commune_id, briefing_id, seat) as has_own,
         row_number() over (partition by commune_id, briefing_id, seat order by part <> 'other', position, id) as nth
  from place
), placed as (
  update governance.attendee there set part = asked.own_part
  from asked
  where asked.nth = 1 and asked.part = 'other' and not asked.has_own
    and there.commune_id = asked.commune_id and there.briefing_id = asked.briefing_id and there.id = asked.id
  returning there.commune_id, there.briefing_id
)
update governance.briefing held set revision = held.revision + 1
from (select distinct commune_id, briefing_id from placed) changed
where held.commune_id = changed.commune_id and held.id = changed.briefing_id;

alter table governance.attendee force row level security;

alter table governance.briefing force row level security;
