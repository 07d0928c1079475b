-- What a person has done of the first steps of an office, and whether they put the list away.

create table identity.first_step (
  user_id uuid not null references identity.user_account (id),
  role text not null,
  step text not null,
  done_at timestamptz not null,
  primary key (user_id, role, step)
);

comment on table identity.first_step is 'system: first steps taken, by person and office';

create table identity.first_steps_put_away (
  user_id uuid not null references identity.user_account (id),
  role text not null,
  put_away_at timestamptz not null,
  primary key (user_id, role)
);

comment on table identity.first_steps_put_away is 'system: lists of first steps that were put away';

select platform.own_by_system('identity.first_step', 'select, insert');

select platform.own_by_system('identity.first_steps_put_away', 'select, insert, delete');
