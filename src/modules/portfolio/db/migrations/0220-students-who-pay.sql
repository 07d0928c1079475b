-- A student's loan that already pays interest is not counted among those who do not yet: each loan is judged by its own
-- first day of interest, or the end of its grace; where the file tells neither, it is told apart. What was published is
-- counted anew and gets the lists that add up to it.

alter table portfolio.cube add column unpaid_interest_student_unclear_vnd bigint not null default 0;

alter table portfolio.figure add column unpaid_interest_student_unclear_vnd bigint not null default 0;

alter table portfolio.office_figure add column unpaid_interest_student_unclear_vnd bigint not null default 0;

-- Whoever migrates is bound by row-level security, and sees every commune and office for these statements.
alter table portfolio.publication no force row level security;

alter table portfolio.data_version no force row level security;

alter table portfolio.position no force row level security;

alter table portfolio.list_entry no force row level security;

alter table portfolio.cube no force row level security;

alter table portfolio.figure no force row level security;

alter table portfolio.office_figure no force row level security;

-- Every version, because undo may show an earlier one again. The newest holder of a code by the date says whether the
-- programme is of students.
insert into portfolio.list_entry (commune_id, data_date, version_id, list, contract_no, village_code, group_code,
  association_code, customer_code, weight, key_date, rule_id)
select p.commune_id, p.data_date, p.version_id,
  case when starts.day is null then 'student_interest_unclear' else 'student_interest_not_due' end,
  p.contract_no, p.village_code, p.group_code, p.association_code, p.customer_code,
  p.unpaid_interest_in_term_vnd + p.unpaid_interest_overdue_vnd, starts.day,
  case when starts.day is null then 'PF89' else 'PF88' end
from portfolio.position p
join (
  select distinct on (version.data_date, programme.code) version.data_date, programme.code, programme.is_for_students
  from portfolio.data_version version
  join programmes.programme on programme.valid_from <= version.data_date
  order by version.data_date, programme.code, programme.valid_from desc
) holder on holder.data_date = p.data_date and holder.code = p.programme_code and holder.is_for_students
cross join lateral (select coalesce(p.first_interest_on, p.student_grace_ends_on + 1) as day) starts
where p.outstanding_vnd > 0 and p.unpaid_interest_in_term_vnd + p.unpaid_interest_overdue_vnd > 0
  and (starts.day is null or starts.day > p.data_date);

update portfolio.cube set unpaid_interest_student_vnd = 0 where unpaid_interest_student_vnd <> 0;

update portfolio.figure set unpaid_interest_student_vnd = 0 where unpaid_interest_student_vnd <> 0;

update portfolio.office_figure set unpaid_interest_student_vnd = 0 where unpaid_interest_student_vnd <> 0;

update portfolio.cube set unpaid_interest_student_vnd = summed.not_due_vnd,
  unpaid_interest_student_unclear_vnd = summed.unclear_vnd
from (
  select p.commune_id, p.data_date, p.version_id, p.village_code, p.association_code, p.programme_code, p.fund_source,
    p.group_code, coalesce(sum(entry.weight) filter (where entry.list = 'student_interest_not_due'), 0) as not_due_vnd,
    coalesce(sum(entry.weight) filter (where entry.list = 'student_interest_unclear'), 0) as unclear_vnd
  from portfolio.list_entry entry
  join portfolio.position p on p.commune_id = entry.commune_id and p.data_date = entry.data_date
    and p.version_id = entry.version_id and p.contract_no = entry.contract_no
  where entry.list in ('student_interest_not_due', 'student_interest_unclear')
  group by 1, 2, 3, 4, 5, 6, 7, 8
) summed
where cube.commune_id = summed.commune_id and cube.data_date = summed.data_date and cube.version_id = summed.version_id
  and cube.village_code = summed.village_code and cube.association_code = summed.association_code
  and cube.programme_code = summed.programme_code and cube.fund_source = summed.fund_source
  and cube.group_code = summed.group_code;

update portfolio.figure set unpaid_interest_student_vnd = summed.not_due_vnd,
  unpaid_interest_student_unclear_vnd = summed.unclear_vnd
from (
  select cell.commune_id, cell.data_date, cell.version_id, along.dimension, along.key,
    sum(cell.unpaid_interest_student_vnd) as not_due_vnd, sum(cell.unpaid_interest_student_unclear_vnd) as unclear_vnd
  from portfolio.cube cell
  cross join lateral (values ('total', ''), ('village', cell.village_code), ('association', cell.association_code),
    ('programme', cell.programme_code), ('fund_source', cell.fund_source), ('group', cell.group_code)
  ) along (dimension, key)
  where cell.unpaid_interest_student_vnd <> 0 or cell.unpaid_interest_student_unclear_vnd <> 0
  group by 1, 2, 3, 4, 5
) summed
where figure.commune_id = summed.commune_id and figure.data_date = summed.data_date
  and figure.version_id = summed.version_id and figure.dimension = summed.dimension and figure.key = summed.key;

update portfolio.office_figure set unpaid_interest_student_vnd = summed.not_due_vnd,
  unpaid_interest_student_unclear_vnd = summed.unclear_vnd
from (
  select shown.office_id, shown.data_date, part.dimension, part.key,
    sum(part.unpaid_interest_student_vnd) as not_due_vnd, sum(part.unpaid_interest_student_unclear_vnd) as unclear_vnd
  from portfolio.publication shown
  join portfolio.figure part on part.commune_id = shown.commune_id and part.data_date = shown.data_date
    and part.version_id = shown.version_id
  where part.unpaid_interest_student_vnd <> 0 or part.unpaid_interest_student_unclear_vnd <> 0
  group by 1, 2, 3, 4
) summed
where office_figure.office_id = summed.office_id and office_figure.data_date = summed.data_date
  and office_figure.dimension = summed.dimension and office_figure.key = summed.key;

alter table portfolio.cube alter column unpaid_interest_student_unclear_vnd drop default;

alter table portfolio.figure alter column unpaid_interest_student_unclear_vnd drop default;

alter table portfolio.office_figure alter column unpaid_interest_student_unclear_vnd drop default;

alter table portfolio.publication force row level security;

alter table portfolio.data_version force row level security;

alter table portfolio.position force row level security;

alter table portfolio.list_entry force row level security;

alter table portfolio.cube force row level security;

alter table portfolio.figure force row level security;

alter table portfolio.office_figure force row level security;
