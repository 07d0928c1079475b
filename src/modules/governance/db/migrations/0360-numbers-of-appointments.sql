-- The number of an invitation is that of a sheet which names a day, an hour and a place. Where the meeting has others since, the sheet in
-- the register is not the one that is printed now.

alter table governance.paper_number add column appointment jsonb;
