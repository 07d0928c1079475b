-- Tasks that were supplemented before the first of several reports stood have the day of the supplement, by which who reported in time is
-- late. The report that stands is the first after which nothing was returned and nothing else was said of the task.

alter table governance.task no force row level security;

alter table governance.task_event no force row level security;

update governance.task task set reported_on = standing.reported_on
from (
  select distinct on (report.commune_id, report.task_id) report.commune_id, report.task_id,
         (report.at at time zone 'Asia/Ho_Chi_Minh')::date as reported_on
  from governance.task_event report
  where report.kind = 'reported' and not exists (
    select from governance.task_event later
    where later.commune_id = report.commune_id and later.task_id = report.task_id and later.version > report.version
      and (later.kind = 'returned' or later.outcome <> report.outcome))
  order by report.commune_id, report.task_id, report.version
) standing
where standing.commune_id = task.commune_id and standing.task_id = task.id and task.reported_on <> standing.reported_on;

alter table governance.task force row level security;

alter table governance.task_event force row level security;
