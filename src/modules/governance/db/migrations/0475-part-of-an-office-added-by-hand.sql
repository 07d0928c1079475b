-- Who was added by hand under an office came as “khác” where nothing else was chosen, and 0432 may have left that place and taken the one
-- that the office was asked at. Of a meeting that has not ended the first place of an office of which none is in the office's own part is in it,
-- as it is now when somebody is added [GV258]: its part is not told as missing, and who leads the team chairs.

alter table governance.attendee no force row level security;

alter table governance.briefing no force row level security;

with place as (
  select there.commune_id, there.briefing_id, there.id, there.part,
         case split_part(there.seat, ':', 1) when 'creditOfficer' then 'teamLeader' else split_part(there.seat, ':', 1) end as own_part,
         row_number() over (partition by there.commune_id, there.briefing_id, there.seat order by there.position, there.id) as nth,
         bool_or(there.part <> 'other') over (partition by there.commune_id, there.briefing_id, there.seat) as has_part
  from governance.attendee there
  join governance.briefing held on held.commune_id = there.commune_id and held.id = there.briefing_id
  where held.state in ('preparing', 'open') and there.seat is not null and there.seat <> 'officeDirector'
), placed as (
  update governance.attendee there set part = place.own_part
  from place
  where place.nth = 1 and not place.has_part
    and there.commune_id = place.commune_id and there.briefing_id = place.briefing_id and there.id = place.id
  returning there.commune_id, there.briefing_id
)
update governance.briefing held set revision = held.revision + 1
from (select distinct commune_id, briefing_id from placed) changed
where held.commune_id = changed.commune_id and held.id = changed.briefing_id;

alter table governance.attendee force row level security;

alter table governance.briefing force row level security;
