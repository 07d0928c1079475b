-- When a mail was last tried: how many go in a minute and an hour, and whether several in a row went nowhere.

alter table platform.mail add column attempted_at timestamptz;

create index mail_attempted on platform.mail (attempted_at desc) where attempted_at is not null;
