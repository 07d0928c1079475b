-- Loans whose check after disbursement should be over are a list; which of them are told to be checked is kept beside the
-- positions, for the bank's figures hold no checks.

create table portfolio.told_check (
  commune_id uuid not null,
  id uuid not null,
  contract_no text not null,
  -- What tells it, under the id of whoever keeps it: a task that was reported.
  source_id uuid not null,
  -- The day of the check, as it was told.
  done_on date not null,
  told_at timestamptz not null,
  -- When it was taken back: a report that was returned, or that tells another day now.
  taken_back_at timestamptz,
  primary key (commune_id, id),
  check (taken_back_at >= told_at)
);

comment on table portfolio.told_check is 'commune: which loans are told to be checked after disbursement, by what, from when until when';

create index told_check_of_loan on portfolio.told_check (commune_id, contract_no);

create unique index told_check_standing on portfolio.told_check (commune_id, source_id, contract_no) where taken_back_at is null;

-- Whole: who reports on a loan that another office was responsible for does not see its figures.
select platform.own_by_commune('portfolio.told_check', 'select, insert, update');

-- Whoever migrates is bound by row-level security, and sees every commune for these statements.
alter table portfolio.position no force row level security;

alter table portfolio.list_entry no force row level security;

-- Every version, because undo may show an earlier one again: what was paid out in the three months of the first row of
-- checkWatchMonths and does not stand on the list of what has its time still.
insert into portfolio.list_entry (commune_id, data_date, version_id, list, contract_no, village_code, group_code,
  association_code, customer_code, weight, key_date, rule_id)
select p.commune_id, p.data_date, p.version_id, 'disbursed_over_30_days', p.contract_no, p.village_code, p.group_code,
  p.association_code, p.customer_code, p.outstanding_vnd, paid.out_on, 'PF96'
from portfolio.position p
cross join lateral (select coalesce(p.last_disbursed_on, p.signed_on) as out_on) paid
where p.outstanding_vnd > 0 and paid.out_on >= (p.data_date - interval '3 months')::date and paid.out_on <= p.data_date
  and not exists (
    select from portfolio.list_entry recent
    where recent.commune_id = p.commune_id and recent.data_date = p.data_date and recent.version_id = p.version_id
      and recent.list = 'disbursed_last_30_days' and recent.contract_no = p.contract_no);

alter table portfolio.position force row level security;

alter table portfolio.list_entry force row level security;
