-- Mail on its way: queued in the transaction that wants it, sent afterwards, tried again with growing delay.

create table platform.mail (
  commune_id uuid not null,
  id uuid not null,
  -- What it is about, for whoever attaches files to it: governance.invitation.
  kind text not null,
  to_name text not null,
  to_address text not null,
  subject text not null,
  text text not null,
  state text not null check (state in ('waiting', 'sending', 'sent', 'failed', 'withdrawn')),
  created_by uuid,
  created_at timestamptz not null,
  -- Not before: quiet hours, and the delay after a failure.
  due_at timestamptz not null,
  attempts integer not null default 0,
  -- The run that has it in hand and until when; one that died is taken over.
  run_id uuid,
  lease_until timestamptz,
  -- Why the last attempt failed, as a code; the server's own words may hold addresses.
  problem text,
  sent_at timestamptz,
  primary key (commune_id, id),
  check ((state = 'sent') = (sent_at is not null))
);

comment on table platform.mail is 'commune: mail to be sent, on its way, sent or given up';

create index mail_due on platform.mail (due_at, id) where state in ('waiting', 'sending');

-- People see the mail of their communes; the sender, which runs as the system, sees all.
select platform.own_by('platform.mail', 'select, insert, update', $$
  commune_id = any ((select platform.scope_communes())::uuid[])
  or (select platform.scope_is_system())$$);
