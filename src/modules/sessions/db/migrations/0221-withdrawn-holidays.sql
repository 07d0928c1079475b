-- A public holiday that somebody entered by mistake is taken back: it stays to be read, and its day of the year is free.

alter table sessions.holiday
  add column withdrawn_at timestamptz,
  add column withdrawn_by uuid;

drop index sessions.holiday_from;

drop index sessions.holiday_open;

create unique index holiday_from on sessions.holiday (calendar, month, day, valid_from) where withdrawn_at is null;

create unique index holiday_open on sessions.holiday (calendar, month, day)
  where valid_to is null and withdrawn_at is null;
