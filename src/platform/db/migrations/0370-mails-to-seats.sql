-- A mail that is written to whoever holds an office goes only while they hold it: the office, as a key of the module that wrote it. Null:
-- it is written to a person.

alter table platform.mail add column to_seat text;

-- How the last mail to an office stands.
create index mail_to_seat on platform.mail (commune_id, kind, to_seat, created_at desc) where to_seat is not null;
