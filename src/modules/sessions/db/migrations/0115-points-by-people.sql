-- What people say of a point: its address, a row taken back, the end of a point; beside it what the newest leaders'
-- file tells, so that the difference can be shown. Public holidays, noted beside a session and nothing more.

alter table sessions.point
  add column address text,
  -- A row that a person entered and took back: it counts no more and stays to be read.
  add column withdrawn_at timestamptz;

drop index sessions.point_code_from;

create unique index point_code_from on sessions.point (commune_id, point_code, valid_from) where withdrawn_at is null;

create table sessions.bank_point (
  commune_id uuid not null,
  point_code text not null,
  name text not null,
  fixed_day smallint not null check (fixed_day between 1 and 31),
  village_codes text[] not null,
  data_date date not null,
  primary key (commune_id, point_code)
);

comment on table sessions.bank_point is 'commune: each point as the newest leaders'' file tells it, beside what people entered';

select platform.own_by_commune('sessions.bank_point', 'select, insert, update');

create table sessions.holiday (
  id uuid primary key,
  name text not null,
  -- lunar: by the Vietnamese calendar; day 30 is the last day of the month, also where it has 29.
  calendar text not null check (calendar in ('solar', 'lunar')),
  month smallint not null check (month between 1 and 12),
  day smallint not null check (day between 1 and 31),
  valid_from date not null,
  valid_to date,
  document text not null,
  confidence text not null check (confidence in ('found', 'known', 'practice', 'unsure')),
  check (valid_to is null or valid_to >= valid_from)
);

comment on table sessions.holiday is 'reference: public holidays by date; a session on one is held all the same';

grant select, insert, update on sessions.holiday to giaoban_app;

insert into sessions.holiday (id, name, calendar, month, day, valid_from, valid_to, document, confidence) values
  ('00000000-0000-8000-8042-000000000001', 'Tết Dương lịch', 'solar', 1, 1, '2021-01-01', null, 'Bộ luật Lao động 2019, Điều 112', 'found'),
  ('00000000-0000-8000-8042-000000000002', 'Tết Nguyên đán', 'lunar', 12, 30, '2021-01-01', null, 'Bộ luật Lao động 2019, Điều 112: năm ngày, ngày cụ thể quyết định từng năm', 'practice'),
  ('00000000-0000-8000-8042-000000000003', 'Tết Nguyên đán', 'lunar', 1, 1, '2021-01-01', null, 'Bộ luật Lao động 2019, Điều 112: năm ngày, ngày cụ thể quyết định từng năm', 'practice'),
  ('00000000-0000-8000-8042-000000000004', 'Tết Nguyên đán', 'lunar', 1, 2, '2021-01-01', null, 'Bộ luật Lao động 2019, Điều 112: năm ngày, ngày cụ thể quyết định từng năm', 'practice'),
  ('00000000-0000-8000-8042-000000000005', 'Tết Nguyên đán', 'lunar', 1, 3, '2021-01-01', null, 'Bộ luật Lao động 2019, Điều 112: năm ngày, ngày cụ thể quyết định từng năm', 'practice'),
  ('00000000-0000-8000-8042-000000000006', 'Giỗ Tổ Hùng Vương', 'lunar', 3, 10, '2021-01-01', null, 'Bộ luật Lao động 2019, Điều 112', 'found'),
  ('00000000-0000-8000-8042-000000000007', 'Ngày Chiến thắng', 'solar', 4, 30, '2021-01-01', null, 'Bộ luật Lao động 2019, Điều 112', 'found'),
  ('00000000-0000-8000-8042-000000000008', 'Quốc tế Lao động', 'solar', 5, 1, '2021-01-01', null, 'Bộ luật Lao động 2019, Điều 112', 'found'),
  ('00000000-0000-8000-8042-000000000009', 'Quốc khánh', 'solar', 9, 2, '2021-01-01', null, 'Bộ luật Lao động 2019, Điều 112: hai ngày, ngày liền kề quyết định từng năm', 'found');
