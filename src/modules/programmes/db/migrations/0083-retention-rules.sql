-- How long things that are over are kept. Reasons stand with each value.

insert into programmes.rule_value (id, rule, scope, value, valid_from, valid_to, document, confidence, entered_at) values
  ('00000000-0000-8000-8003-000000000801', 'keepFileContentsDays', '{}', 90, '2000-01-01', null, 'Mặc định của chương trình: đủ một quý để tra lại tệp gốc; tên tệp, mã kiểm tra và danh sách lỗi giữ mãi', 'practice', '2026-11-25T00:00:00Z'),
  ('00000000-0000-8000-8003-000000000802', 'keepStagedRowsDays', '{}', 30, '2000-01-01', null, 'Mặc định của chương trình: ghi xong thì dòng đã đọc không còn dùng; giữ một tháng để đối chiếu khi có thắc mắc', 'practice', '2026-11-25T00:00:00Z'),
  ('00000000-0000-8000-8003-000000000803', 'keepDeliveredNewsDays', '{}', 30, '2000-01-01', null, 'Mặc định của chương trình: tin nội bộ đã chuyển xong, giữ một tháng để dò lỗi', 'practice', '2026-11-25T00:00:00Z'),
  ('00000000-0000-8000-8003-000000000804', 'keepFinishedJobsDays', '{}', 90, '2000-01-01', null, 'Mặc định của chương trình: đủ một quý để xem lại vì sao một việc không xong', 'practice', '2026-11-25T00:00:00Z'),
  ('00000000-0000-8000-8003-000000000805', 'keepSessionsDays', '{}', 90, '2000-01-01', null, 'Mặc định của chương trình: đủ một quý để rà soát truy cập; lần gần nhất của mỗi người giữ mãi', 'practice', '2026-11-25T00:00:00Z'),
  ('00000000-0000-8000-8003-000000000806', 'keepSpentLinksDays', '{}', 30, '2000-01-01', null, 'Mặc định của chương trình: liên kết đã dùng hoặc hết hạn, giữ một tháng để tra lại', 'practice', '2026-11-25T00:00:00Z');
