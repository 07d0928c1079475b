-- From which gap on the rate of a loan is told as far from every rate its programme has had.

insert into programmes.rule_value (id, rule, scope, value, valid_from, valid_to, document, confidence, entered_at) values
  ('00000000-0000-8000-8003-000000002271', 'rateGapWarningBps', '{}', 100, '2000-01-01', null, 'Mặc định của chương trình: 1 điểm phần trăm một năm; chưa có văn bản', 'unsure', '2026-11-27T00:00:00Z');
