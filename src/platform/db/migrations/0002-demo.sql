-- The demo has a day of its own, so that it looks the same in any year.

create table platform.demo (
  only_row boolean primary key check (only_row),
  today date not null,
  -- Null while the demo is being filled: a start that was cut off goes on where it was.
  filled_at timestamptz
);

comment on table platform.demo is 'local: one row where the database is the demo, none elsewhere';

grant select, insert, update on platform.demo to giaoban_app;
