-- A difficulty that was given to somebody becomes a directive with its task when its meeting is closed, as a conclusion does.

alter table governance.directive add column difficulty_id uuid;

alter table governance.directive add constraint directive_of_difficulty unique (commune_id, difficulty_id);

alter table governance.directive add constraint directive_commune_id_difficulty_id_fkey
  foreign key (commune_id, difficulty_id) references governance.difficulty (commune_id, id);

alter table governance.directive drop constraint directive_source_check;

alter table governance.directive add constraint directive_source_check
  check (source in ('briefing', 'difficulty', 'order', 'resolution'));

alter table governance.directive drop constraint directive_check;

alter table governance.directive drop constraint directive_check1;

-- A conclusion or a difficulty of one briefing; an order or a resolution of none.
alter table governance.directive add constraint directive_origin check (
  (source in ('briefing', 'difficulty')) = (briefing_id is not null)
  and (source = 'briefing') = (conclusion_id is not null)
  and (source = 'difficulty') = (difficulty_id is not null));

alter table governance.directive drop constraint directive_paper;

alter table governance.directive add constraint directive_paper check (
  case when source in ('briefing', 'difficulty') then paper_number is null when source = 'resolution' then paper_number is not null
    else true end);

comment on table governance.directive is 'commune: what was ordered: by a conclusion, by giving a difficulty to somebody, by the chair, by a resolution';
