-- What reports told as checked before the portfolio kept it: the loans that they name, of tasks counted by checks, and the
-- loan of a task about one while its report stands that says done.

alter table governance.directive no force row level security;

alter table governance.task no force row level security;

alter table governance.task_event no force row level security;

alter table governance.task_record no force row level security;

alter table portfolio.told_check no force row level security;

insert into portfolio.told_check (commune_id, id, contract_no, source_id, done_on, told_at)
select told.commune_id, gen_random_uuid(), told.contract_no, told.task_id, max(told.done_on), min(told.at)
from (
  select report.commune_id, report.task_id, record.contract_no, report.done_on, report.at
  from governance.task_event report
  join governance.task_record record on record.commune_id = report.commune_id and record.task_id = report.task_id
    and record.version = report.version and record.kind = 'loan'
  where report.kind = 'reported' and report.outcome <> 'notDone'
  union all
  select task.commune_id, task.id, task.contract_no, last.done_on, last.at
  from governance.task
  cross join lateral (
    select event.kind, event.outcome, event.done_on, event.at from governance.task_event event
    where event.commune_id = task.commune_id and event.task_id = task.id and event.kind in ('reported', 'returned')
    order by event.version desc limit 1
  ) last
  where task.contract_no is not null and last.kind = 'reported' and last.outcome = 'done'
) told
join governance.task on task.commune_id = told.commune_id and task.id = told.task_id
join governance.directive on directive.commune_id = task.commune_id and directive.id = task.directive_id
where directive.figure = 'checked' and told.done_on is not null
group by told.commune_id, told.task_id, told.contract_no;

alter table governance.directive force row level security;

alter table governance.task force row level security;

alter table governance.task_event force row level security;

alter table governance.task_record force row level security;

alter table portfolio.told_check force row level security;
