-- A briefing that was prepared and is not held: who said so, when and why. Its session can be prepared anew.

alter table governance.briefing add column cancelled_by uuid;

alter table governance.briefing add column cancelled_by_name text;

alter table governance.briefing add column cancelled_at timestamptz;

alter table governance.briefing add column cancel_reason text;

alter table governance.briefing drop constraint briefing_state_check;

alter table governance.briefing add constraint briefing_state_check
  check (state in ('preparing', 'open', 'closed', 'cancelled'));

alter table governance.briefing drop constraint briefing_check;

alter table governance.briefing add constraint briefing_begun check ((state in ('open', 'closed')) = (opened_at is not null));

alter table governance.briefing add constraint briefing_cancelled check ((state = 'cancelled') = (cancelled_at is not null));

alter table governance.briefing add constraint briefing_cancelled_whole
  check (num_nulls(cancelled_at, cancelled_by_name, cancel_reason) in (0, 3));

alter table governance.briefing drop constraint briefing_session;

create unique index briefing_session on governance.briefing (commune_id, point_code, regular_on) where state <> 'cancelled';

comment on table governance.briefing is 'commune: briefings, for each session of a point one that is not cancelled; closed ones carry their minutes';

alter table governance.briefing_figures drop constraint briefing_figures_occasion_check;

alter table governance.briefing_figures add constraint briefing_figures_occasion_check
  check (occasion in ('prepared', 'opened', 'takenOver', 'cancelled'));

-- The briefings that were cancelled while the difficulty waited in them, in their order: their pages say where it went.
alter table governance.difficulty add column cancelled_briefings uuid[] not null default '{}';

create table governance.cancellation (
  commune_id uuid not null,
  id uuid not null,
  briefing_id uuid not null,
  -- The person an invitation may have reached.
  attendee_id uuid not null,
  -- The mail that tells them; null: they are told in person.
  mail_id uuid,
  primary key (commune_id, id),
  constraint cancellation_of unique (commune_id, briefing_id, attendee_id),
  foreign key (commune_id, briefing_id) references governance.briefing (commune_id, id)
);

comment on table governance.cancellation is 'commune: who had been invited to a briefing that is not held, and is told so by mail or in person';

select platform.own_by_commune('governance.cancellation', 'select, insert');
