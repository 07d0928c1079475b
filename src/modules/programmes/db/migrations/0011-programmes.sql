-- Credit programmes with dated terms, fund sources, and every rule with a number in it.

create schema programmes;

grant usage on schema programmes to giaoban_app;

create table programmes.programme (
  id uuid primary key,
  code text not null,
  abbreviation text not null,
  name text not null,
  audience text,
  valid_from date not null,
  valid_to date,
  document text not null,
  confidence text not null check (confidence in ('found', 'known', 'practice', 'unsure')),
  unique (code, valid_from)
);

comment on table programmes.programme is 'reference: lending programmes; codes are re-used over time, so each is dated';

create table programmes.programme_term (
  id uuid primary key,
  programme_id uuid not null references programmes.programme (id),
  -- Which borrowers or use the row is for, where a programme has several: worker, establishment, disabled or ethnic …
  variant text not null default '',
  rate_bps_per_year integer check (rate_bps_per_year between 0 and 10000),
  cap_vnd bigint check (cap_vnd > 0),
  cap_note text,
  longest_term_months integer check (longest_term_months > 0),
  instalment_spacing_months integer check (instalment_spacing_months > 0),
  -- Rate on overdue principal as a share of the contract rate: 130 means 130 %.
  overdue_factor_percent integer not null check (overdue_factor_percent between 100 and 200),
  valid_from date not null,
  valid_to date,
  document text not null,
  confidence text not null check (confidence in ('found', 'known', 'practice', 'unsure')),
  check (valid_to is null or valid_to >= valid_from)
);

comment on table programmes.programme_term is 'reference: terms of a programme by date; unknown is null, never zero';

create table programmes.fund_source (
  code text primary key,
  name text not null,
  document text not null,
  confidence text not null check (confidence in ('found', 'known', 'practice', 'unsure'))
);

comment on table programmes.fund_source is 'reference: where the capital comes from: central (TW), local (ĐP)';

create table programmes.rule_value (
  id uuid primary key,
  rule text not null,
  -- Empty for the whole country; otherwise what it is narrowed to, as {"programme": "02"} or {"office": "004820"}.
  scope jsonb not null default '{}',
  value bigint not null,
  valid_from date not null,
  valid_to date,
  document text not null,
  confidence text not null check (confidence in ('found', 'known', 'practice', 'unsure')),
  entered_by uuid,
  entered_at timestamptz not null,
  check (valid_to is null or valid_to >= valid_from)
);

comment on table programmes.rule_value is 'reference: every threshold, window and factor by date; what each rule means and its unit stands in programmes/domain/rules.ts';

create index rule_value_rule on programmes.rule_value (rule, valid_from);

grant select, insert, update on programmes.programme, programmes.programme_term, programmes.fund_source, programmes.rule_value to giaoban_app;
