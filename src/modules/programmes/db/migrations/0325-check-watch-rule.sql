-- For how long a loan whose check after disbursement should be over is looked for in the reports.

insert into programmes.rule_value (id, rule, scope, value, valid_from, valid_to, document, confidence, entered_at) values
  ('00000000-0000-8000-8003-000000003251', 'checkWatchMonths', '{}', 3, '2000-01-01', null, 'Mặc định của chương trình: HD 727/HD-NHCS ngày 11/02/2026 chỉ nêu thời hạn 30 ngày, không nêu theo dõi món trễ đến bao giờ', 'unsure', '2026-11-27T00:00:00Z');
