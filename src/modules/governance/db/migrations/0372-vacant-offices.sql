-- That nobody holds the office of a row is a fact of the row, not of the words in it: a guest may be called as an office is. Rows of
-- offices whose name was their title were those of vacant ones.

alter table governance.attendee add column is_vacant boolean not null default false;

alter table governance.attendee add constraint attendee_vacant_office check (not is_vacant or seat is not null);

alter table governance.attendee_taken_off add column is_vacant boolean not null default false;

alter table governance.attendee no force row level security;

alter table governance.attendee_taken_off no force row level security;

update governance.attendee set is_vacant = true where seat is not null and full_name = capacity;

update governance.attendee_taken_off set is_vacant = true where seat is not null and full_name = capacity;

alter table governance.attendee force row level security;

alter table governance.attendee_taken_off force row level security;
