-- Public holidays that people enter and end: who and when, and never two open rows of one day.

alter table sessions.holiday
  -- Null: a first row of the product.
  add column entered_by uuid,
  add column entered_at timestamptz;

create unique index holiday_from on sessions.holiday (calendar, month, day, valid_from);

create unique index holiday_open on sessions.holiday (calendar, month, day) where valid_to is null;
