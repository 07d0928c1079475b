-- Offices are renamed and re-cut as communes are (2025): papers name the office as it was called on their day.
create table registry.office_name (
  office_id uuid not null references registry.office (id),
  -- The data date whose file says so; a name holds until the next row that says another.
  valid_from date not null,
  name text not null,
  withdrawn_at timestamptz,
  primary key (office_id, valid_from)
);

comment on table registry.office_name is 'reference: names of an office in the files over time; withdrawn with the last file of the date; the newest is repeated in the office';

grant select, insert, update on registry.office_name to giaoban_app;

-- Until today only the first file's name was kept.
insert into registry.office_name (office_id, valid_from, name)
select office.id,
       coalesce((select min(served.valid_from) from registry.office_service served where served.office_id = office.id), '2000-01-01'),
       office.name
from registry.office;
