-- When the contents of a batch's files and its staged rows were removed after their time. Names, check sums, faults
-- and head office's figures stay.

alter table extracts.batch add column contents_removed_at timestamptz;

alter table extracts.batch add column rows_removed_at timestamptz;
