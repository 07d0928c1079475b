-- Two people who change the agenda or one attendance at once: the later change says which version it was written against, and is
-- refused where another stands, with the name of whoever wrote it.

alter table governance.briefing add column agenda_version integer not null default 1;

alter table governance.briefing add column agenda_written_by_name text;

alter table governance.attendee add column version integer not null default 1;

alter table governance.attendee add column told_by_name text;
