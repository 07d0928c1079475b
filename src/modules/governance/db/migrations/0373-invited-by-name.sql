-- To whom an invitation was made out, and who is told that a briefing is not held: the row of the list may be of another holder since.

alter table governance.invitation add column to_name text;

-- It was made out to an office that nobody held, by its title.
alter table governance.invitation add column is_to_vacant boolean not null default false;

alter table governance.cancellation add column to_name text;

alter table governance.invitation no force row level security;

alter table governance.cancellation no force row level security;

alter table governance.attendee no force row level security;

alter table governance.attendee_taken_off no force row level security;

alter table platform.mail no force row level security;

-- Papers kept no name: they are taken as made out to who stood on the list last.
update governance.invitation made
set to_name = coalesce(mail.to_name, there.full_name, off.full_name, ''),
    is_to_vacant = coalesce(there.is_vacant and coalesce(mail.to_name, there.full_name) = there.full_name, false)
from governance.invitation self
left join platform.mail mail on mail.commune_id = self.commune_id and mail.id = self.mail_id
left join governance.attendee there on there.commune_id = self.commune_id and there.id = self.attendee_id
left join governance.attendee_taken_off off on off.commune_id = self.commune_id and off.id = self.attendee_id
where self.commune_id = made.commune_id and self.id = made.id;

update governance.cancellation told
set to_name = coalesce(mail.to_name, there.full_name, '')
from governance.cancellation self
left join platform.mail mail on mail.commune_id = self.commune_id and mail.id = self.mail_id
left join governance.attendee there on there.commune_id = self.commune_id and there.id = self.attendee_id
where self.commune_id = told.commune_id and self.id = told.id;

alter table governance.invitation force row level security;

alter table governance.cancellation force row level security;

alter table governance.attendee force row level security;

alter table governance.attendee_taken_off force row level security;

alter table platform.mail force row level security;

alter table governance.invitation alter column to_name set not null;

alter table governance.cancellation alter column to_name set not null;

alter table governance.cancellation drop constraint cancellation_of;

alter table governance.cancellation
  add constraint cancellation_of unique (commune_id, briefing_id, attendee_id, to_name);
