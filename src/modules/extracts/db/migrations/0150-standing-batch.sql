-- Which batch of a date stands is told by the number of its version, not by when its files were received: an older
-- batch may be published after a newer one.
alter table extracts.batch
  -- The number of the data date's version that the batch was published as; null until then.
  add column version_number integer;

-- Whoever migrates is bound by row-level security, and sees every office for this one statement.
alter table extracts.batch no force row level security;

alter table portfolio.data_version no force row level security;

update extracts.batch set version_number = version.number
from portfolio.data_version version
where version.office_id = batch.office_id and version.batch_id = batch.id;

alter table extracts.batch force row level security;

alter table portfolio.data_version force row level security;
