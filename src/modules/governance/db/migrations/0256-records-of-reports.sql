-- Records of the product that a report names as evidence: a household that was visited, a number that was entered, a loan, a group.
create table governance.task_record (
  commune_id uuid not null,
  task_id uuid not null,
  -- The report that names it, and its place there.
  version integer not null,
  position integer not null check (position > 0),
  owner_seat text,
  kind text not null check (kind in ('household', 'contact', 'loan', 'group')),
  household_id uuid,
  contact_id uuid,
  contract_no text,
  group_code text,
  -- What it was called and what it said on the day of the report; shown to whoever may read the record itself.
  title text not null,
  said text not null,
  primary key (commune_id, task_id, version, position),
  foreign key (commune_id, task_id, version) references governance.task_event (commune_id, task_id, version),
  check ((kind in ('household', 'contact')) = (household_id is not null)),
  check ((kind = 'contact') = (contact_id is not null)),
  check ((kind = 'loan') = (contract_no is not null)),
  check ((kind = 'group') = (group_code is not null))
);

comment on table governance.task_record is 'commune: households, contacts, loans and groups that reports of a task name as evidence';

select platform.own_by_seat('governance.task_record', 'select, insert');
