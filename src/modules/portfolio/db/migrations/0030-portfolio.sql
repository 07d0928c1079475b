-- Loans by data date: versions, positions, roll-ups, lists. Appended at publication, never overwritten.

create schema portfolio;

grant usage on schema portfolio to giaoban_app;

create table portfolio.data_version (
  office_id uuid not null,
  id uuid not null,
  data_date date not null,
  number integer not null,
  batch_id uuid not null,
  state text not null check (state in ('published', 'superseded', 'undone')),
  published_at timestamptz not null,
  published_by uuid,
  -- Which files the figures come from: [{"kind", "name", "rows"}].
  files jsonb not null,
  undone_at timestamptz,
  undone_by uuid,
  primary key (office_id, id),
  unique (office_id, data_date, number)
);

comment on table portfolio.data_version is 'office: each publication of a data date, numbered from 1';

-- Which version a commune shows for a date. A commune without a row has no figures for that date: missing, not zero.
create table portfolio.publication (
  commune_id uuid not null,
  data_date date not null,
  version_id uuid not null,
  version_number integer not null,
  office_id uuid not null,
  published_at timestamptz not null,
  files jsonb not null,
  primary key (commune_id, data_date)
);

create index publication_of_version on portfolio.publication (version_id);

comment on table portfolio.publication is 'commune: the version shown for each data date; moved by publishing and by undo';

create table portfolio.position (
  commune_id uuid not null,
  data_date date not null,
  version_id uuid not null,
  contract_no text not null,
  customer_code text not null,
  village_code text not null,
  group_code text not null,
  association_code text not null,
  programme_code text not null,
  fund_source text not null,
  investor_code text,
  decision_code text,
  purpose text,
  channel text,
  debt_class text,
  is_closed boolean not null,
  term_band text check (term_band in ('short', 'medium', 'long')),
  rate_bps_per_year integer not null,
  session_day smallint,
  signed_on date,
  due_on_contract date,
  due_on_extended date,
  due_on_session date,
  first_principal_on date,
  first_interest_on date,
  student_grace_ends_on date,
  graduation_on date,
  first_disbursed_on date,
  last_disbursed_on date,
  last_extended_on date,
  overdue_since date,
  freeze_ends_on date,
  last_transaction_on date,
  extension_count smallint not null,
  extension_months smallint not null,
  approved_vnd bigint not null,
  disbursed_vnd bigint not null,
  in_term_vnd bigint not null,
  overdue_vnd bigint not null,
  frozen_vnd bigint not null,
  outstanding_vnd bigint not null,
  principal_due_vnd bigint not null,
  principal_paid_vnd bigint not null,
  interest_paid_in_term_vnd bigint not null,
  interest_paid_overdue_vnd bigint not null,
  unpaid_interest_in_term_vnd bigint not null,
  unpaid_interest_overdue_vnd bigint not null,
  month_accrued_vnd bigint not null,
  month_interest_in_term_vnd bigint not null,
  month_interest_overdue_vnd bigint not null,
  month_disbursed_vnd bigint not null,
  month_reclassified_vnd bigint not null,
  month_extended_vnd bigint not null,
  month_to_overdue_vnd bigint not null,
  month_to_frozen_vnd bigint not null,
  month_collected_in_term_vnd bigint not null,
  month_collected_overdue_vnd bigint not null,
  month_collected_frozen_vnd bigint not null,
  month_written_off_vnd bigint not null,
  year_accrued_vnd bigint not null,
  year_interest_in_term_vnd bigint not null,
  year_interest_overdue_vnd bigint not null,
  year_disbursed_vnd bigint not null,
  year_reclassified_vnd bigint not null,
  year_to_overdue_vnd bigint not null,
  year_to_frozen_vnd bigint not null,
  year_collected_in_term_vnd bigint not null,
  year_collected_overdue_vnd bigint not null,
  year_collected_frozen_vnd bigint not null,
  year_written_off_vnd bigint not null,
  -- From the frozen list, where it was given.
  frozen_on date,
  freeze_reason text,
  primary key (commune_id, data_date, version_id, contract_no)
) partition by range (data_date);

comment on table portfolio.position is 'commune: every loan at every data date, as the bank''s file says; append only';

create index position_customer on portfolio.position (commune_id, customer_code, data_date);

-- Makes the partition of a month where it is missing. It runs as its owner, because the application owns no table;
-- it takes a date and nothing else, and no text of a caller reaches the statement. The table is made alone and then
-- attached, because making it as a partition would lock out every reader until the import commits.
create function portfolio.ensure_month(of_date date) returns void language plpgsql security definer
set search_path = pg_catalog as $$
declare
  first_day date := date_trunc('month', of_date)::date;
  partition text := 'position_' || to_char(first_day, 'YYYY_MM');
begin
  if to_regclass('portfolio.' || partition) is null then
    execute format('create table portfolio.%I (like portfolio.position including constraints)', partition);
    execute format('alter table portfolio.%I enable row level security', partition);
    execute format('alter table portfolio.%I force row level security', partition);
    execute format('alter table portfolio.position attach partition portfolio.%I for values from (%L) to (%L)',
                   partition, first_day, (first_day + interval '1 month')::date);
  end if;
end
$$;

revoke all on function portfolio.ensure_month(date) from public;

grant execute on function portfolio.ensure_month(date) to giaoban_app;

create table portfolio.saving (
  commune_id uuid not null,
  data_date date not null,
  version_id uuid not null,
  book_no text not null,
  customer_code text not null,
  village_code text not null,
  group_code text not null,
  association_code text not null,
  balance_vnd bigint not null,
  primary key (commune_id, data_date, version_id, book_no, customer_code)
);

comment on table portfolio.saving is 'commune: member savings by data date; append only';

-- The measures that add up, along all dimensions at once; every other roll-up is summed from here.
create table portfolio.cube (
  commune_id uuid not null,
  data_date date not null,
  version_id uuid not null,
  village_code text not null,
  association_code text not null,
  programme_code text not null,
  fund_source text not null,
  group_code text not null,
  loans integer not null,
  outstanding_vnd bigint not null,
  in_term_vnd bigint not null,
  overdue_vnd bigint not null,
  overdue_loans integer not null,
  frozen_vnd bigint not null,
  frozen_loans integer not null,
  unpaid_interest_vnd bigint not null,
  unpaid_interest_student_vnd bigint not null,
  disbursed_month_vnd bigint not null,
  disbursed_month_loans integer not null,
  reclassified_month_vnd bigint not null,
  collected_month_vnd bigint not null,
  interest_month_vnd bigint not null,
  to_overdue_month_vnd bigint not null,
  to_overdue_month_loans integer not null,
  inactive_loans integer not null,
  inactive_vnd bigint not null,
  lending_year_vnd bigint not null,
  collection_year_vnd bigint not null,
  written_off_month_vnd bigint not null,
  written_off_year_vnd bigint not null,
  short_term_vnd bigint not null,
  medium_term_vnd bigint not null,
  long_term_vnd bigint not null,
  turns_year integer not null,
  primary key (commune_id, data_date, version_id, village_code, association_code, programme_code, fund_source, group_code)
);

comment on table portfolio.cube is 'commune: roll-ups along village, association, programme, fund source and group together';

-- The figures of a commune along one dimension. dimension total has the key ''.
create table portfolio.figure (
  commune_id uuid not null,
  data_date date not null,
  version_id uuid not null,
  dimension text not null check (dimension in ('total', 'village', 'association', 'programme', 'fund_source', 'group')),
  key text not null,
  -- For narrowed scopes: the codes of the dimension's key, '' where they do not apply.
  village_code text not null,
  group_code text not null,
  association_code text not null,
  loans integer not null,
  outstanding_vnd bigint not null,
  in_term_vnd bigint not null,
  overdue_vnd bigint not null,
  overdue_loans integer not null,
  frozen_vnd bigint not null,
  frozen_loans integer not null,
  unpaid_interest_vnd bigint not null,
  unpaid_interest_student_vnd bigint not null,
  disbursed_month_vnd bigint not null,
  disbursed_month_loans integer not null,
  reclassified_month_vnd bigint not null,
  collected_month_vnd bigint not null,
  interest_month_vnd bigint not null,
  to_overdue_month_vnd bigint not null,
  to_overdue_month_loans integer not null,
  inactive_loans integer not null,
  inactive_vnd bigint not null,
  lending_year_vnd bigint not null,
  collection_year_vnd bigint not null,
  written_off_month_vnd bigint not null,
  written_off_year_vnd bigint not null,
  short_term_vnd bigint not null,
  medium_term_vnd bigint not null,
  long_term_vnd bigint not null,
  turns_year integer not null,
  customers integer not null,
  groups integer not null,
  programmes integer not null,
  villages integer not null,
  savings_vnd bigint not null,
  primary key (commune_id, data_date, version_id, dimension, key)
);

comment on table portfolio.figure is 'commune: roll-ups along one dimension at a time, distinct people and groups counted right; pages read these';

-- Figures of the office: no village, no group, no person, so all its communes may read them.
create table portfolio.office_figure (
  office_id uuid not null,
  data_date date not null,
  dimension text not null check (dimension in ('total', 'association', 'programme', 'fund_source')),
  key text not null,
  -- How many communes stand behind the row.
  communes integer not null,
  loans integer not null,
  outstanding_vnd bigint not null,
  in_term_vnd bigint not null,
  overdue_vnd bigint not null,
  overdue_loans integer not null,
  frozen_vnd bigint not null,
  frozen_loans integer not null,
  unpaid_interest_vnd bigint not null,
  unpaid_interest_student_vnd bigint not null,
  disbursed_month_vnd bigint not null,
  disbursed_month_loans integer not null,
  reclassified_month_vnd bigint not null,
  collected_month_vnd bigint not null,
  interest_month_vnd bigint not null,
  to_overdue_month_vnd bigint not null,
  to_overdue_month_loans integer not null,
  inactive_loans integer not null,
  inactive_vnd bigint not null,
  lending_year_vnd bigint not null,
  collection_year_vnd bigint not null,
  written_off_month_vnd bigint not null,
  written_off_year_vnd bigint not null,
  short_term_vnd bigint not null,
  medium_term_vnd bigint not null,
  long_term_vnd bigint not null,
  turns_year integer not null,
  customers integer not null,
  groups integer not null,
  programmes integer not null,
  villages integer not null,
  savings_vnd bigint not null,
  primary key (office_id, data_date, dimension, key)
);

comment on table portfolio.office_figure is 'office: figures of all communes published for a date, people in two communes counted once';

-- Who stands on which list and why, decided at publication by the rule rows in force on the data date.
create table portfolio.list_entry (
  commune_id uuid not null,
  data_date date not null,
  version_id uuid not null,
  list text not null,
  contract_no text not null,
  village_code text not null,
  group_code text not null,
  association_code text not null,
  customer_code text not null,
  -- What the list is ordered by, descending: an amount, or days.
  weight bigint not null,
  -- The day that matters on this list: due day, end of freeze, last transaction.
  key_date date,
  rule_id text not null,
  -- The dated row of the rule that decided; null for rules without a number in them.
  rule_value_id uuid,
  primary key (commune_id, data_date, version_id, list, contract_no)
);

comment on table portfolio.list_entry is 'commune: the lists of each data date, each entry with the rule that put it there';

create index list_entry_order on portfolio.list_entry (commune_id, data_date, version_id, list, weight desc, contract_no);

select platform.own_by_office('portfolio.data_version', 'select, insert, update');

select platform.own_by_commune('portfolio.publication', 'select, insert, update, delete');

select platform.own_by_commune('portfolio.position', 'select, insert', '{village_code,group_code,association_code}');

select platform.own_by_commune('portfolio.saving', 'select, insert', '{village_code,group_code,association_code}');

select platform.own_by_commune('portfolio.figure', 'select, insert', '{village_code,group_code,association_code}');

select platform.own_by_commune('portfolio.cube', 'select, insert', '{village_code,group_code,association_code}');

select platform.own_by_office('portfolio.office_figure', 'select, insert, update, delete');

select platform.own_by_commune('portfolio.list_entry', 'select, insert', '{village_code,group_code,association_code}');
