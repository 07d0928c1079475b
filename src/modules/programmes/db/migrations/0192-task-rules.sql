-- When owners of tasks are reminded, and how long a file that no report took is kept.

insert into programmes.rule_value (id, rule, scope, value, valid_from, valid_to, document, confidence, entered_at) values
  ('00000000-0000-8000-8003-000000001921', 'taskReminderBeforeDays', '{}', 3, '2000-01-01', null, 'Mặc định của chương trình: nhắc trước hạn ba ngày', 'practice', '2026-11-27T00:00:00Z'),
  ('00000000-0000-8000-8003-000000001922', 'taskReminderAfterDays', '{}', 1, '2000-01-01', null, 'Mặc định của chương trình: nhắc khi trễ một ngày', 'practice', '2026-11-27T00:00:00Z'),
  ('00000000-0000-8000-8003-000000001923', 'keepLeftOverFilesDays', '{}', 30, '2000-01-01', null, 'Mặc định của chương trình: tệp đã tải lên mà chưa báo cáo nào dùng, giữ một tháng phòng khi mạng kém', 'practice', '2026-11-27T00:00:00Z');
