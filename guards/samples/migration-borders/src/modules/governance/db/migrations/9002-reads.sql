alter table platform.mail no force row level security;

alter table portfolio.publication no force row level security;

update governance.invitation made set to_name = mail.to_name
from platform.mail mail
join portfolio.publication shown on shown.id = mail.id;

alter table platform.mail force row level security;

alter table portfolio.publication force row level security;

select platform.own_by_commune('governance.kept', 'select, insert, update');

create policy seen on governance.kept for update using (true);

alter table governance.gone no force row level security;

drop table governance.gone;
