-- A meeting has an hour of its own: by rule after its session, or as a person told it. Of briefings prepared before it was kept the hour is
-- not known, and none is made up.

alter table governance.briefing
  add column meets_at time,
  add column hour_told_by_name text constraint briefing_hour_told check (hour_told_by_name is null or meets_at is not null);
