-- When no mail is sent.

insert into programmes.rule_value (id, rule, scope, value, valid_from, valid_to, document, confidence, entered_at) values
  ('00000000-0000-8000-8003-000000002121', 'mailQuietFromHour', '{}', 21, '2000-01-01', null, 'Mặc định của chương trình: không gửi thư từ 21 giờ', 'practice', '2026-11-27T00:00:00Z'),
  ('00000000-0000-8000-8003-000000002122', 'mailQuietUntilHour', '{}', 7, '2000-01-01', null, 'Mặc định của chương trình: gửi lại từ 7 giờ sáng', 'practice', '2026-11-27T00:00:00Z');
