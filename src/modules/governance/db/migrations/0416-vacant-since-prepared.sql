-- That nobody holds an office is a fact of its row. Rows of offices that fell vacant before their meeting began were written down as away
-- besides, so that the list and minutes of one meeting told the same of two offices in two ways. Minutes that are closed stay as they are.

alter table governance.attendee no force row level security;

alter table governance.briefing no force row level security;

update governance.attendee there set presence = 'present'
from governance.briefing held
where held.commune_id = there.commune_id and held.id = there.briefing_id and held.state = 'open'
  and there.is_vacant and there.presence = 'absent' and there.told_by_name is null;

alter table governance.attendee force row level security;

alter table governance.briefing force row level security;
