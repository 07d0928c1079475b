-- The figures of a briefing as they stood at a moment: when it was prepared, when the meeting began, when newer ones were taken over.

create table governance.briefing_figures (
  commune_id uuid not null,
  briefing_id uuid not null,
  -- 1, 2, … within the briefing; the last one is what the meeting goes by.
  number integer not null check (number > 0),
  occasion text not null check (occasion in ('prepared', 'opened', 'takenOver')),
  -- What the figures are of, null where the commune had none: with it the same numbers are found again among the versions.
  data_date date,
  version_number integer,
  -- The figures and the sentences made from them, as the page shows them.
  content jsonb not null,
  taken_by uuid,
  taken_by_name text not null,
  taken_at timestamptz not null,
  primary key (commune_id, briefing_id, number),
  foreign key (commune_id, briefing_id) references governance.briefing (commune_id, id)
);

comment on table governance.briefing_figures is 'commune: the figures of a briefing as they stood when it was prepared, opened, or when newer ones were taken over';

select platform.own_by_commune('governance.briefing_figures', 'select, insert');
