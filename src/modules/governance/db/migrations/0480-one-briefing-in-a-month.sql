-- A point has one session in a month, and a session one briefing that is not cancelled [GV193]. Until now the key went by the fixed day itself:
-- where that was changed after people had met, the month's session could be prepared a second time. Where that has happened nothing is taken
-- from anybody [GV199]: the one that has gone furthest, minutes before an open meeting before one that is prepared, and of those alike
-- the later, is the session's, the others stand beside it as they are, to be held or called off by people.

alter table governance.briefing add column stands_beside uuid;

alter table governance.briefing add constraint briefing_stands_beside
  foreign key (commune_id, stands_beside) references governance.briefing (commune_id, id);

alter table governance.briefing no force row level security;

update governance.briefing second set stands_beside = month.first_id
from (
  select commune_id, id,
         first_value(id) over (
           partition by commune_id, point_code, date_trunc('month', regular_on::timestamp)
           order by array_position('{closed,open,preparing}', state), coalesce(closed_at, opened_at, prepared_at) desc, id desc
         ) as first_id
  from governance.briefing
  where state <> 'cancelled'
) month
where second.commune_id = month.commune_id and second.id = month.id and month.first_id <> month.id;

alter table governance.briefing force row level security;

drop index governance.briefing_session;

create unique index briefing_session on governance.briefing (commune_id, point_code, date_trunc('month', regular_on::timestamp))
  where state <> 'cancelled' and stands_beside is null;

comment on table governance.briefing is 'commune: briefings, for each session of a point, once a month, one that is not cancelled; closed ones carry their minutes';
