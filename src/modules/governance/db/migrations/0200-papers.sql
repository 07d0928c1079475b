-- Papers of briefings: what an office keeps of them, and the numbers people took from the register of outgoing papers.

create table governance.paper_template (
  office_id uuid not null,
  kind text not null check (kind in ('invitation', 'minutes', 'conclusions', 'assignment', 'results')),
  -- Counts what the office has written of the kind; two who write at once cannot both be the next.
  version integer not null check (version > 0),
  -- In force from this day until the next; of several of one day the last written.
  valid_from date not null,
  content jsonb not null,
  written_by uuid,
  written_by_name text not null,
  written_at timestamptz not null,
  primary key (office_id, kind, version)
);

comment on table governance.paper_template is 'office: templates of papers, dated and never changed; the product has its own for offices without';

create index paper_template_in_force on governance.paper_template (office_id, kind, valid_from desc, version desc);

create table governance.paper_number (
  commune_id uuid not null,
  briefing_id uuid not null,
  kind text not null check (kind in ('invitation', 'conclusions', 'assignment', 'results')),
  number integer not null check (number between 1 and 99999),
  -- The day on the paper; its year is the year of the number.
  issued_on date not null,
  year integer generated always as (extract(year from issued_on)::integer) stored,
  written_by uuid,
  written_by_name text not null,
  written_at timestamptz not null,
  primary key (commune_id, briefing_id, kind),
  constraint paper_number_once unique (commune_id, kind, year, number),
  foreign key (commune_id, briefing_id) references governance.briefing (commune_id, id)
);

comment on table governance.paper_number is 'commune: number and day of a paper of a briefing, as taken from the register of outgoing papers';

select platform.own_by_office('governance.paper_template', 'select, insert');

select platform.own_by_commune('governance.paper_number', 'select, insert, update');
