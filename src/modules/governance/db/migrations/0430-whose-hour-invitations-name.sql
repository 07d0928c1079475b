-- An invitation to a meeting without an hour of its own names that of the session which the meeting follows. Whose hour it named was not
-- kept: of older invitations it is not known.

alter table governance.invitation add column hour_of text check (hour_of in ('meeting', 'session'));
