-- For how long a task that is over counts in the table of the actors.

insert into programmes.rule_value (id, rule, scope, value, valid_from, valid_to, document, confidence, entered_at) values
  ('00000000-0000-8000-8003-000000003081', 'taskOverviewMonths', '{}', 12, '2000-01-01', null, 'Mặc định của chương trình: việc giao trong mười hai tháng và việc còn chờ, dù giao từ bao giờ', 'practice', '2026-11-27T00:00:00Z');
