-- Who holds two offices of a list gets one letter, which stands under both. Letters made out before stay as they are, each of its place.

alter table governance.invitation add column letter_id uuid;

-- People are written to once, under whichever offices they hold; of a meeting that had begun or ended before that was so, each office was.
alter table governance.briefing add column invites_persons boolean not null default true;

alter table governance.invitation no force row level security;

alter table governance.briefing no force row level security;

update governance.invitation set letter_id = id;

update governance.briefing set invites_persons = false where state <> 'preparing';

alter table governance.invitation force row level security;

alter table governance.briefing force row level security;

alter table governance.invitation alter column letter_id set not null;
