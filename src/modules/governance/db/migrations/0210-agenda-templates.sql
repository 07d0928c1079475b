-- The agenda that an office gives its new briefings, by date; the row whose day came last is in force.

create table governance.agenda_template (
  office_id uuid not null,
  id uuid not null,
  valid_from date not null,
  -- In order: kind, title, minutes of each item.
  items jsonb not null,
  written_by uuid,
  written_by_name text not null,
  written_at timestamptz not null,
  primary key (office_id, id)
);

comment on table governance.agenda_template is 'office: agendas that new briefings of an office begin with, by date; never changed, a later row takes over';

create index agenda_template_in_force on governance.agenda_template (office_id, valid_from desc, written_at desc);

select platform.own_by_office('governance.agenda_template', 'select, insert');
