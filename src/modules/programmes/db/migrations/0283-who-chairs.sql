-- Who chairs a briefing: practice today is the leader of the session team; where it changes, it changes from a day on.

insert into programmes.rule_value (id, rule, scope, value, valid_from, valid_to, document, confidence, entered_at) values
  ('00000000-0000-8000-8003-000000002831', 'briefingChair', '{}', 1, '2000-01-01', null, 'Quy định nội bộ của NHCSXH về phiên giao dịch xã; chưa đối chiếu số văn bản', 'practice', '2026-11-27T00:00:00Z');
