-- A new fund source begins on a day, by a document, as programmes do; those of the beginning have always been.

alter table programmes.fund_source
  add column valid_from date not null default '2000-01-01',
  add column valid_to date check (valid_to is null or valid_to >= valid_from);

alter table programmes.fund_source alter column valid_from drop default;

comment on table programmes.fund_source is 'reference: where the capital comes from: central (TW), local (ĐP), and what is opened later';
