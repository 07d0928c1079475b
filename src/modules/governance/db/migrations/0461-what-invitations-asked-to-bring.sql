-- What an invitation asked people to bring, one thing a line, as it was printed or as its mail went; empty where it asked for nothing. Null of
-- mails that have not gone, and of invitations from before this was kept.

alter table governance.invitation add column bring text;
