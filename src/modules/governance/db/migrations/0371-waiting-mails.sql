-- Mails that wait were written to whoever held the office under which their address stands.

alter table platform.mail no force row level security;

alter table governance.mail_address no force row level security;

update platform.mail mail set to_seat = known.seat
from governance.mail_address known
where mail.state in ('waiting', 'sending') and known.commune_id = mail.commune_id and known.full_name = mail.to_name
  and known.address = mail.to_address and known.seat is not null;

alter table platform.mail force row level security;

alter table governance.mail_address force row level security;
