-- How long after its session's end a briefing is planned to begin: practice is at once.

insert into programmes.rule_value (id, rule, scope, value, valid_from, valid_to, document, confidence, entered_at) values
  ('00000000-0000-8000-8003-000000003061', 'briefingAfterSessionMinutes', '{}', 0, '2000-01-01', null, 'Nếp làm của phiên giao dịch xã: giao ban ngay sau phiên; chưa thấy văn bản nào ghi giờ', 'practice', '2026-11-27T00:00:00Z');
