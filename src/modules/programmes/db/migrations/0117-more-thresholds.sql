-- Thresholds of the staff's own handbooks that had no row yet: freshness of the other files, late month-ends, old
-- overdue debt, and which file is believed when two differ (1 first; a difference is shown, never corrected).

insert into programmes.rule_value (id, rule, scope, value, valid_from, valid_to, document, confidence, entered_at) values
  ('00000000-0000-8000-8003-000000001171', 'dailyFileFreshnessDays', '{}', 3, '2000-01-01', null, 'Thực tế một chi nhánh: tệp HSTD, NQ11 mới trong 3 ngày', 'practice', '2026-11-26T00:00:00Z'),
  ('00000000-0000-8000-8003-000000001172', 'jobCreationFreshnessDays', '{}', 7, '2000-01-01', null, 'Thực tế một chi nhánh: tệp GQVL mới trong 7 ngày', 'practice', '2026-11-26T00:00:00Z'),
  ('00000000-0000-8000-8003-000000001173', 'uploadLateDays', '{}', 3, '2000-01-01', null, 'Thực tế một chi nhánh: phòng nộp tệp trễ 3–6 ngày báo vàng', 'practice', '2026-11-26T00:00:00Z'),
  ('00000000-0000-8000-8003-000000001174', 'uploadVeryLateDays', '{}', 7, '2000-01-01', null, 'Thực tế một chi nhánh: phòng nộp tệp trễ từ 7 ngày báo đỏ', 'practice', '2026-11-26T00:00:00Z'),
  ('00000000-0000-8000-8003-000000001175', 'overdueOldDays', '{}', 180, '2000-01-01', null, 'Thực tế một phòng giao dịch: nợ quá hạn mới trong tháng, đến 180 ngày, trên 180 ngày', 'practice', '2026-11-26T00:00:00Z'),
  ('00000000-0000-8000-8003-000000001176', 'trustRankHeadOffice', '{}', 1, '2000-01-01', null, 'Thực tế một phòng giao dịch: BCDHTD được tin trước mọi tệp khác', 'practice', '2026-11-26T00:00:00Z'),
  ('00000000-0000-8000-8003-000000001177', 'trustRankSummary31', '{}', 2, '2000-01-01', null, 'Thực tế một phòng giao dịch: LEN_31 sau BCDHTD, ngang báo cáo 32', 'practice', '2026-11-26T00:00:00Z'),
  ('00000000-0000-8000-8003-000000001178', 'trustRankReport32', '{}', 2, '2000-01-01', null, 'Thực tế một phòng giao dịch: báo cáo 32 sau BCDHTD, ngang LEN_31', 'practice', '2026-11-26T00:00:00Z'),
  ('00000000-0000-8000-8003-000000001179', 'trustRankReport31', '{}', 3, '2000-01-01', null, 'Thực tế một phòng giao dịch: mẫu 31 sau LEN_31 và báo cáo 32', 'practice', '2026-11-26T00:00:00Z'),
  ('00000000-0000-8000-8003-000000001180', 'trustRankForm10', '{}', 4, '2000-01-01', null, 'Thực tế một phòng giao dịch: Mẫu 10 được tin sau cùng', 'practice', '2026-11-26T00:00:00Z');
