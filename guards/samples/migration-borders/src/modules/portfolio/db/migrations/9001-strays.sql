-- update governance.task is only spoken of.
create table portfolio.kept (id uuid primary key);

create index kept_by on
  portfolio.kept (id);

update registry.area set name = 'x';

insert into portfolio.kept (id) select id
from governance.task
join registry.area on true;

alter table platform.mail add column extra text;

create unique index strays on platform.mail (extra);

alter table extracts.batch no force row level security;

grant select, update on governance.task to giaoban_app;

delete from only sessions.point;

alter table portfolio.kept add foreign key (id) references sessions.point (id);
