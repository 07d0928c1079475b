-- What a mail that did not go would have said was kept as long as what somebody was told.

alter table platform.mail no force row level security;

update platform.mail set subject = '', text = ''
where state in ('failed', 'withdrawn') and problem is distinct from 'resultUnknown';

alter table platform.mail force row level security;
