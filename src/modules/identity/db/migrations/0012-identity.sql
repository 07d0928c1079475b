-- People who sign in, the offices they hold, their sessions. All of it belongs to the system.

create schema identity;

grant usage on schema identity to giaoban_app;

create table identity.user_account (
  id uuid primary key,
  full_name text not null,
  folded_name text not null,
  -- How the person signs in: a phone number, or a name; shown as typed, compared folded.
  login text not null,
  folded_login text not null constraint user_account_login unique,
  phone text,
  password_hash text,
  totp_secret text,
  totp_confirmed_at timestamptz,
  -- The last 30-second step accepted: a code works once.
  totp_last_step bigint,
  is_sample boolean not null default false,
  created_at timestamptz not null,
  disabled_at timestamptz
);

comment on table identity.user_account is 'system: people who sign in';

create table identity.recovery_code (
  user_id uuid not null references identity.user_account (id),
  code_hash text not null,
  used_at timestamptz,
  primary key (user_id, code_hash)
);

comment on table identity.recovery_code is 'system: one-time codes for a lost second factor, hashed';

create table identity.assignment (
  id uuid primary key,
  user_id uuid not null references identity.user_account (id),
  role text not null,
  -- What the office is of, by role: a branch or office of the bank, a commune, and in it an association, a village or a
  -- group. The ids are those of registry.office and registry.area.
  office_id uuid,
  commune_id uuid,
  branch_code text,
  association_code text,
  village_code text,
  group_code text,
  valid_from date not null,
  valid_to date,
  decided_by text,
  check (valid_to is null or valid_to >= valid_from)
);

comment on table identity.assignment is 'system: offices held, with dates; a person may hold several';

create index assignment_of_user on identity.assignment (user_id);

create table identity.session (
  token_hash text primary key,
  id uuid not null unique,
  user_id uuid not null references identity.user_account (id),
  assignment_id uuid references identity.assignment (id),
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  -- Signed in with the password, second factor still owed: good for nothing but giving it.
  awaits_second_factor boolean not null,
  ended_at timestamptz
);

comment on table identity.session is 'system: sessions; the token itself is never stored';

create index session_of_user on identity.session (user_id) where ended_at is null;

create table identity.sign_in_attempt (
  -- account:, code: or address:, then what it is of as a hash: logins and addresses are personal data.
  key text primary key,
  failures integer not null,
  last_failure_at timestamptz not null,
  blocked_until timestamptz not null
);

create index sign_in_attempt_age on identity.sign_in_attempt (last_failure_at);

comment on table identity.sign_in_attempt is 'system: failures in a row and the growing delay after them';

create table identity.invitation (
  token_hash text primary key,
  user_id uuid references identity.user_account (id),
  purpose text not null check (purpose in ('first_administrator', 'set_password')),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

comment on table identity.invitation is 'system: one-time links: the first administrator, a new or forgotten password';

select platform.own_by_system('identity.user_account', 'select, insert, update');

select platform.own_by_system('identity.recovery_code', 'select, insert, update, delete');

select platform.own_by_system('identity.assignment', 'select, insert, update');

select platform.own_by_system('identity.session', 'select, insert, update, delete');

select platform.own_by_system('identity.sign_in_attempt', 'select, insert, update, delete');

select platform.own_by_system('identity.invitation', 'select, insert, update');
