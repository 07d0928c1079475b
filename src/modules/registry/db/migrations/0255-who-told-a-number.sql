-- Where an entered number comes from: a number heard in a meeting says who told it there, on which day.
alter table registry.contact
  add column told_by text,
  add column told_on date,
  -- What people were gathered for, in words: Giao ban.
  add column occasion text,
  add constraint contact_told_whole check (num_nulls(told_by, told_on, occasion) in (0, 3));
