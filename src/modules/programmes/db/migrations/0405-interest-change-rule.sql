-- From which rise or fall on unpaid interest is a point to raise in a briefing: a fall of 2 đ was told as one.

insert into programmes.rule_value (id, rule, scope, value, valid_from, valid_to, document, confidence, entered_at) values
  ('00000000-0000-8000-8003-000000004051', 'unpaidInterestPointVnd', '{}', 500000, '2000-01-01', null, 'Đề xuất của chương trình, không phải mức của ngân hàng: tăng, giảm ít hơn khoảng một tháng lãi của một món thì chưa đáng nêu ở giao ban', 'unsure', '2026-11-28T00:00:00Z');
