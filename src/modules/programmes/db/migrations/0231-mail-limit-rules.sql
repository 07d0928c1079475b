-- How much mail goes, when it pauses, how long its words are kept.

insert into programmes.rule_value (id, rule, scope, value, valid_from, valid_to, document, confidence, entered_at) values
  ('00000000-0000-8000-8003-000000002311', 'mailPerMinute', '{}', 20, '2000-01-01', null, 'Mặc định của chương trình: máy chủ thư thường chặn nơi gửi dồn', 'practice', '2026-11-27T00:00:00Z'),
  ('00000000-0000-8000-8003-000000002312', 'mailPerHour', '{}', 300, '2000-01-01', null, 'Mặc định của chương trình: máy chủ thư thường chặn nơi gửi dồn', 'practice', '2026-11-27T00:00:00Z'),
  ('00000000-0000-8000-8003-000000002313', 'mailPauseAfterFailures', '{}', 10, '2000-01-01', null, 'Mặc định của chương trình: nhiều thư liền nhau không đi được là lỗi của máy chủ, không phải của từng địa chỉ', 'practice', '2026-11-27T00:00:00Z'),
  ('00000000-0000-8000-8003-000000002314', 'keepMailTextsDays', '{}', 365, '2000-01-01', null, 'Mặc định của chương trình: đủ một năm để xem lại giấy mời; ai nhận, ngày nào thì giữ mãi', 'practice', '2026-11-27T00:00:00Z');
