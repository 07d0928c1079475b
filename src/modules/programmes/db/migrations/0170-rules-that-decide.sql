-- Dated rows decide as they are written: a programme's own overdue factor, or none; whose interest waits; which data dates
-- were judged by the rules; and never two open rows of one thing.

alter table programmes.programme_term
  -- Null: the programme follows the general rule (overdueRatePercent).
  alter column overdue_factor_percent drop not null,
  -- Null: a first row of the product, known from the beginning.
  add column entered_by uuid,
  add column entered_at timestamptz;

-- Students do not pay interest while they study: theirs is told apart, and they stand on no list of those in arrears with it.
alter table programmes.programme add column is_for_students boolean not null default false;

update programmes.programme set is_for_students = true where id = '00000000-0000-8000-8001-000000000004';

create table programmes.judged_date (
  office_id uuid not null,
  data_date date not null,
  primary key (office_id, data_date)
);

comment on table programmes.judged_date is 'reference: the data dates of offices that were published by the rules; a row that begins by then is asked about first';

grant select, insert, delete on programmes.judged_date to giaoban_app;

insert into programmes.judged_date (office_id, data_date)
select distinct office_id, data_date from portfolio.publication;

create unique index rule_value_from on programmes.rule_value (rule, scope, valid_from);

create unique index rule_value_open on programmes.rule_value (rule, scope) where valid_to is null;

create unique index programme_term_from on programmes.programme_term (programme_id, variant, valid_from);

create unique index programme_term_open on programmes.programme_term (programme_id, variant) where valid_to is null;

create unique index programme_open on programmes.programme (code) where valid_to is null;
