-- A conclusion may say by which figures it will be told: a list, a part of it, and what is to change there.

-- {figure, list, part, code, words}; null where figures cannot tell.
alter table governance.conclusion add column measured_by jsonb;

alter table governance.directive drop constraint directive_check3;

alter table governance.directive drop constraint directive_check4;

alter table governance.directive add constraint directive_list
  check ((list is null) = (list_date is null) and (spread <> 'loans' or list is not null));

alter table governance.directive add constraint directive_figure check (figure is null or list is not null);

-- Of a conclusion: how many loans it is measured by, so that an office that sees fewer of them is told nothing.
alter table governance.directive add column measured_loans integer check (measured_loans > 0);

create table governance.measured_loan (
  commune_id uuid not null,
  directive_id uuid not null,
  contract_no text not null,
  village_code text not null,
  group_code text not null,
  association_code text not null,
  primary key (commune_id, directive_id, contract_no),
  foreign key (commune_id, directive_id) references governance.directive (commune_id, id)
);

comment on table governance.measured_loan is 'commune: the loans that a conclusion is measured by, as they stood on its list when the meeting was closed';

select platform.own_by_commune('governance.measured_loan', 'select, insert', '{village_code,group_code,association_code}');
