-- How far away the day of a task may be: a slip of the year, as 2100 for 2026, is a task of which nobody is ever reminded.

insert into programmes.rule_value (id, rule, scope, value, valid_from, valid_to, document, confidence, entered_at) values
  ('00000000-0000-8000-8003-000000003261', 'taskDueMonths', '{}', 12, '2000-01-01', null, 'Mặc định của chương trình: hạn của một việc xa nhất mười hai tháng, chưa có văn bản quy định', 'unsure', '2026-11-27T00:00:00Z');
