-- From when a briefing can be prepared.

insert into programmes.rule_value (id, rule, scope, value, valid_from, valid_to, document, confidence, entered_at) values
  ('00000000-0000-8000-8003-000000001411', 'briefingPrepareDays', '{}', 10, '2000-01-01', null, 'Mặc định của chương trình: chuẩn bị từ mười ngày trước phiên giao dịch', 'practice', '2026-11-26T00:00:00Z');
