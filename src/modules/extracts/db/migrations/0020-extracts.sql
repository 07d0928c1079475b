-- The bank's files: what was received, what they were recognised as, their rows waiting to be published, their faults.

create schema extracts;

grant usage on schema extracts to giaoban_app;

create table extracts.batch (
  office_id uuid not null,
  id uuid not null,
  state text not null check (state in ('receiving', 'reading', 'question', 'ready', 'refused', 'published', 'discarded', 'undone')),
  data_date date,
  -- The office as the files name it; new where no import has named it before (only the system brings in an office).
  office_code text,
  office_name text,
  branch_code text,
  office_is_new boolean not null default false,
  -- What is wrong with the files together: refusal codes with their data, told in Vietnamese on the screen.
  refusals jsonb not null default '[]',
  -- Columns of dates that only a person can decide, and what was answered.
  questions jsonb not null default '[]',
  answers jsonb not null default '[]',
  job_id uuid,
  -- Counters and summaries the preview shows: rows, loans, steps, per-commune sums, seconds.
  summary jsonb,
  created_by uuid,
  created_at timestamptz not null,
  finished_at timestamptz,
  primary key (office_id, id)
);

comment on table extracts.batch is 'office: one import from dropped files to its commit, discard or undo';

create table extracts.batch_file (
  office_id uuid not null,
  batch_id uuid not null,
  id uuid not null,
  position integer not null,
  name text not null,
  sha256 text not null,
  size_bytes bigint not null,
  state text not null check (state in ('received', 'read', 'duplicate', 'set_aside', 'refused')),
  kind text,
  sheet text,
  title text,
  data_date date,
  -- inside: a column of the file; title: the title row; siblings: the other files of the batch.
  data_date_from text check (data_date_from in ('inside', 'title', 'siblings')),
  columns_matched integer,
  columns_expected integer,
  rows integer,
  -- Rows that agree with report 31, where the data date comes from there.
  rows_matched integer,
  refusals jsonb not null default '[]',
  notes jsonb not null default '[]',
  primary key (office_id, batch_id, id),
  foreign key (office_id, batch_id) references extracts.batch (office_id, id)
);

comment on table extracts.batch_file is 'office: the files of a batch, each recognised by its columns';

-- The file's content in pieces, so that neither receiving nor reading holds it whole, and any process can read it.
create table extracts.file_piece (
  office_id uuid not null,
  batch_id uuid not null,
  file_id uuid not null,
  number integer not null,
  content bytea not null,
  primary key (office_id, batch_id, file_id, number)
);

comment on table extracts.file_piece is 'office: file contents in pieces of at most 1 MiB';

create table extracts.fault (
  office_id uuid not null,
  batch_id uuid not null,
  code text not null,
  -- Counts from 1 within the code.
  number integer not null,
  -- One of the kinds of the code in domain/faults.ts.
  kind text not null,
  file_id uuid not null,
  sheet text not null,
  row_number integer,
  column_name text,
  contract_no text,
  customer_code text,
  -- What was found and what was done, for this row: values without names of people.
  found text,
  done text,
  primary key (office_id, batch_id, code, number)
);

create index fault_kind on extracts.fault (office_id, batch_id, code, kind, number);

comment on table extracts.fault is 'office: every row or cell that had one of the known faults D1 to D14';

create table extracts.control_total (
  office_id uuid not null,
  batch_id uuid not null,
  file text not null,
  key text not null,
  measure text not null,
  amount bigint not null,
  primary key (office_id, batch_id, file, key, measure)
);

comment on table extracts.control_total is 'office: figures of head office, cell by cell, in đồng or pieces, to compare with ours';

-- One row per loan contract after duplicates were joined; the shape that portfolio publishes.
create table extracts.staged_loan (
  commune_id uuid not null,
  batch_id uuid not null,
  contract_no text not null,
  row_number integer not null,
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
  primary key (commune_id, batch_id, contract_no)
);

comment on table extracts.staged_loan is 'commune: loans of a batch, read and typed, until it is published or discarded';

create table extracts.staged_person (
  commune_id uuid not null,
  batch_id uuid not null,
  customer_code text not null,
  -- Made by the application in case the customer is new; a known customer keeps the id it has.
  new_person_id uuid not null,
  new_household_id uuid not null,
  full_name text not null,
  folded_name text not null,
  born_on date,
  sex text,
  ethnicity_name text,
  identity_number text,
  identity_issued_on date,
  identity_issuer text,
  spouse_name text,
  address text,
  phone text,
  village_code text not null,
  group_code text not null,
  association_code text not null,
  primary key (commune_id, batch_id, customer_code)
);

comment on table extracts.staged_person is 'commune: customers of a batch, one row each';

create table extracts.staged_saving (
  commune_id uuid not null,
  batch_id uuid not null,
  book_no text not null,
  customer_code text not null,
  village_code text not null,
  group_code text not null,
  association_code text not null,
  balance_vnd bigint not null,
  primary key (commune_id, batch_id, book_no, customer_code)
);

comment on table extracts.staged_saving is 'commune: member savings (account family 105), one row per book';

create table extracts.staged_freeze (
  commune_id uuid not null,
  batch_id uuid not null,
  contract_no text not null,
  village_code text not null,
  group_code text not null,
  association_code text not null,
  frozen_vnd bigint not null,
  frozen_on date,
  ends_on date,
  reason text,
  primary key (commune_id, batch_id, contract_no)
);

comment on table extracts.staged_freeze is 'commune: rows of the frozen list; the only file that says since when and why';

create table extracts.staged_group (
  commune_id uuid not null,
  batch_id uuid not null,
  group_code text not null,
  new_group_id uuid not null,
  leader_name text not null,
  leader_born_on date,
  leader_born_year smallint,
  leader_phone text,
  deputy_customer_code text,
  deputy_name text,
  village_code text not null,
  village_name text,
  association_code text not null,
  group_type text,
  status text,
  point_code text,
  point_name text,
  session_day smallint,
  primary key (commune_id, batch_id, group_code)
);

comment on table extracts.staged_group is 'commune: groups of a batch, from the leaders'' file, or from the loans where that file has none';

create table extracts.staged_score (
  commune_id uuid not null,
  batch_id uuid not null,
  group_code text not null,
  attendance_points smallint not null,
  overdue_points smallint not null,
  principal_points smallint not null,
  interest_points smallint not null,
  savers_points smallint not null,
  savings_growth_points smallint not null,
  total_points smallint not null,
  -- Null where the export lost it.
  grade text,
  primary key (commune_id, batch_id, group_code)
);

comment on table extracts.staged_score is 'commune: monthly scores of groups as in the file';

-- Areas named by the batch; those not yet known get their id here and become real when the batch is published.
create table extracts.staged_area (
  office_id uuid not null,
  batch_id uuid not null,
  kind text not null check (kind in ('commune', 'village', 'counter')),
  bank_code text not null,
  commune_code text not null,
  name text,
  area_id uuid not null,
  is_new boolean not null,
  primary key (office_id, batch_id, kind, bank_code)
);

comment on table extracts.staged_area is 'office: communes and villages named by a batch';

select platform.own_by_office('extracts.batch', 'select, insert, update');

select platform.own_by_office('extracts.batch_file', 'select, insert, update');

select platform.own_by_office('extracts.file_piece', 'select, insert, delete');

select platform.own_by_office('extracts.fault', 'select, insert, delete');

select platform.own_by_office('extracts.control_total', 'select, insert, delete');

select platform.own_by_office('extracts.staged_area', 'select, insert, delete');

select platform.own_by_commune('extracts.staged_loan', 'select, insert, delete', '{village_code,group_code,association_code}');

select platform.own_by_commune('extracts.staged_person', 'select, insert, delete', '{village_code,group_code,association_code}');

select platform.own_by_commune('extracts.staged_saving', 'select, insert, delete', '{village_code,group_code,association_code}');

select platform.own_by_commune('extracts.staged_freeze', 'select, insert, delete', '{village_code,group_code,association_code}');

select platform.own_by_commune('extracts.staged_group', 'select, insert, delete', '{village_code,group_code,association_code}');

select platform.own_by_commune('extracts.staged_score', 'select, insert, delete', '{group_code}');
