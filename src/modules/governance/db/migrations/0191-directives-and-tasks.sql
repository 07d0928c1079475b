-- Directives and what comes of them: one task for each recipient, its events, the evidence of its reports, reminders.

create table governance.directive (
  commune_id uuid not null,
  id uuid not null,
  source text not null check (source in ('briefing', 'order', 'resolution')),
  -- Of a conclusion: the briefing that concluded it.
  briefing_id uuid,
  conclusion_id uuid,
  -- Number and day of a committee's resolution.
  resolution text,
  text text not null,
  legal_ground text,
  -- What it is judged by, in words.
  measure text,
  issuer_seat text,
  issuer_name text not null,
  given_by uuid,
  given_on date not null,
  given_at timestamptz not null,
  due_on date not null,
  -- To whom it went out.
  spread text not null check (spread in ('seats', 'associations', 'villages', 'groups', 'loans')),
  -- Of loans: the list they stood on and its data date; what the figures say later is compared with that date.
  list text,
  list_date date,
  -- Of loans: what the figures are to show afterwards, where the giver said so.
  figure text check (figure in ('overdue', 'unpaidInterest', 'outstanding', 'frozen', 'transaction')),
  -- The offices that have a task of it: they read its words.
  recipient_seats text[] not null,
  -- Of what was sent, so that the same sent twice is told from another under the same id.
  request_hash text not null,
  primary key (commune_id, id),
  constraint directive_of_conclusion unique (commune_id, conclusion_id),
  foreign key (commune_id, briefing_id) references governance.briefing (commune_id, id),
  foreign key (commune_id, conclusion_id) references governance.conclusion (commune_id, id),
  check ((source = 'briefing') = (briefing_id is not null)),
  check ((briefing_id is null) = (conclusion_id is null)),
  check ((source = 'resolution') = (resolution is not null)),
  check ((spread = 'loans') = (list is not null) and (list is null) = (list_date is null)),
  check (figure is null or spread = 'loans'),
  check (due_on >= given_on)
);

comment on table governance.directive is 'commune: what was ordered: by a conclusion, by the chair, by a resolution';

create index directive_given on governance.directive (commune_id, given_on desc, id);

create index directive_of_briefing on governance.directive (commune_id, briefing_id);

create table governance.task (
  commune_id uuid not null,
  id uuid not null,
  directive_id uuid not null,
  position integer not null,
  -- The office that does it, whoever holds it; null for a body without an office. It never changes: handing over ends a task
  -- and begins another.
  owner_seat text,
  owner_name text not null,
  due_on date not null,
  -- Whom it is about, where it is about a loan.
  contract_no text,
  customer_code text,
  household_id uuid,
  person_name text,
  village_code text,
  group_code text,
  association_code text,
  -- The task it was handed over from.
  handed_from uuid,
  -- Where its events have brought it; each counts the version up.
  state text not null check (state in ('given', 'received', 'working', 'reported', 'accepted', 'returned', 'handedOver',
    'cancelled')),
  version integer not null default 1 check (version > 0),
  -- The day of the report that stands, and of the last return.
  reported_on date,
  returned_on date,
  primary key (commune_id, id),
  foreign key (commune_id, directive_id) references governance.directive (commune_id, id),
  foreign key (commune_id, handed_from) references governance.task (commune_id, id)
);

comment on table governance.task is 'commune: one task of a directive for each recipient; late is computed, never stored';

create index task_of_directive on governance.task (commune_id, directive_id, position);

create index task_of_seat on governance.task (commune_id, owner_seat, due_on, id);

create index task_due on governance.task (commune_id, due_on, id);

create table governance.task_event (
  commune_id uuid not null,
  task_id uuid not null,
  -- Counts from 1: the version of the task that it made.
  version integer not null check (version > 0),
  -- Made by the client, so that sending twice does it once.
  id uuid not null,
  owner_seat text,
  kind text not null check (kind in ('given', 'received', 'started', 'reported', 'accepted', 'returned', 'handedOver',
    'cancelled')),
  -- Of a report what was done, of a return, a hand-over, a cancellation the reason.
  text text,
  -- Of a report: whether its author says that it is done, and the day it was done.
  outcome text check (outcome in ('done', 'partly', 'notDone')),
  done_on date,
  by uuid,
  by_seat text,
  by_name text not null,
  at timestamptz not null,
  primary key (commune_id, task_id, version),
  constraint task_event_once unique (commune_id, task_id, id),
  foreign key (commune_id, task_id) references governance.task (commune_id, id),
  check ((kind = 'reported') = (outcome is not null))
);

comment on table governance.task_event is 'commune: what happened to a task; append only, its last event is its state';

create table governance.task_evidence (
  commune_id uuid not null,
  task_id uuid not null,
  file_id uuid not null,
  -- The report that brought it.
  version integer not null,
  owner_seat text,
  primary key (commune_id, task_id, file_id),
  foreign key (commune_id, task_id, version) references governance.task_event (commune_id, task_id, version),
  foreign key (commune_id, file_id) references platform.stored_file (commune_id, id)
);

comment on table governance.task_evidence is 'commune: files that reports of a task brought as evidence';

create table governance.task_reminder (
  commune_id uuid not null,
  task_id uuid not null,
  -- Before the deadline or after it; each is said once for a deadline.
  moment text not null check (moment in ('before', 'after')),
  owner_seat text,
  reminded_on date not null,
  primary key (commune_id, task_id, moment),
  foreign key (commune_id, task_id) references governance.task (commune_id, id)
);

comment on table governance.task_reminder is 'commune: of which tasks their owners were reminded, once before and once after the deadline';

select platform.own_by_seat('governance.directive', 'select, insert, update', '%s = any (recipient_seats)');

select platform.own_by_seat('governance.task', 'select, insert, update');

select platform.own_by_seat('governance.task_event', 'select, insert');

select platform.own_by_seat('governance.task_evidence', 'select, insert');

select platform.own_by_seat('governance.task_reminder', 'select, insert');

-- Reminders go through all communes once a day: the system sees which have tasks that wait for their owner, and no more.
create policy to_remind on governance.task for select
  using ((select platform.scope_is_system()) and state in ('given', 'received', 'working', 'returned'));
