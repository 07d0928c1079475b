-- An attempt whose connection broke before its answer, or whose run died, may have brought the mail there: kept whatever the attempts after
-- it say, of which only the last keeps its problem.

alter table platform.mail add column may_have_come boolean not null default false;

alter table platform.mail no force row level security;

update platform.mail set may_have_come = true where problem = 'resultUnknown';

alter table platform.mail force row level security;
