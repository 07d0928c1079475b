-- What the hall may see of a household's difficulty: no document was found, so it is the office's to decide, dated.

insert into programmes.rule_value (id, rule, scope, value, valid_from, valid_to, document, confidence, entered_at) values
  ('00000000-0000-8000-8003-000000002611', 'hallHouseholdLevel', '{}', 1, '2000-01-01', null, 'Mặc định của chương trình: chưa thấy văn bản nào quy định hội trường được xem gì về hộ vay', 'unsure', '2026-11-27T00:00:00Z');
