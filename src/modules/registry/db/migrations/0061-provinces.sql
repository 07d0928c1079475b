-- The provinces: 63 until 30-06-2025, 34 since, with their codes in the state's list; which became part of which. The
-- bank's files name no province. A code that was free is another province's since (24, 15, 52 …).

create temporary table province (code text, name text, merged_into text, new_code text) on commit drop;

insert into province (code, name, merged_into, new_code) values
  ('01', 'Thành phố Hà Nội', null, null),
  ('02', 'Tỉnh Hà Giang', '08', null),
  ('04', 'Tỉnh Cao Bằng', null, null),
  ('06', 'Tỉnh Bắc Kạn', '19', null),
  ('08', 'Tỉnh Tuyên Quang', null, null),
  ('10', 'Tỉnh Lào Cai', null, '15'),
  ('11', 'Tỉnh Điện Biên', null, null),
  ('12', 'Tỉnh Lai Châu', null, null),
  ('14', 'Tỉnh Sơn La', null, null),
  ('15', 'Tỉnh Yên Bái', '10', null),
  ('17', 'Tỉnh Hòa Bình', '25', null),
  ('19', 'Tỉnh Thái Nguyên', null, null),
  ('20', 'Tỉnh Lạng Sơn', null, null),
  ('22', 'Tỉnh Quảng Ninh', null, null),
  ('24', 'Tỉnh Bắc Giang', '27', null),
  ('25', 'Tỉnh Phú Thọ', null, null),
  ('26', 'Tỉnh Vĩnh Phúc', '25', null),
  ('27', 'Tỉnh Bắc Ninh', null, '24'),
  ('30', 'Tỉnh Hải Dương', '31', null),
  ('31', 'Thành phố Hải Phòng', null, null),
  ('33', 'Tỉnh Hưng Yên', null, null),
  ('34', 'Tỉnh Thái Bình', '33', null),
  ('35', 'Tỉnh Hà Nam', '37', null),
  ('36', 'Tỉnh Nam Định', '37', null),
  ('37', 'Tỉnh Ninh Bình', null, null),
  ('38', 'Tỉnh Thanh Hóa', null, null),
  ('40', 'Tỉnh Nghệ An', null, null),
  ('42', 'Tỉnh Hà Tĩnh', null, null),
  ('44', 'Tỉnh Quảng Bình', '45', null),
  ('45', 'Tỉnh Quảng Trị', null, '44'),
  ('46', 'Thành phố Huế', null, null),
  ('48', 'Thành phố Đà Nẵng', null, null),
  ('49', 'Tỉnh Quảng Nam', '48', null),
  ('51', 'Tỉnh Quảng Ngãi', null, null),
  ('52', 'Tỉnh Bình Định', '64', null),
  ('54', 'Tỉnh Phú Yên', '66', null),
  ('56', 'Tỉnh Khánh Hòa', null, null),
  ('58', 'Tỉnh Ninh Thuận', '56', null),
  ('60', 'Tỉnh Bình Thuận', '68', null),
  ('62', 'Tỉnh Kon Tum', '51', null),
  ('64', 'Tỉnh Gia Lai', null, '52'),
  ('66', 'Tỉnh Đắk Lắk', null, null),
  ('67', 'Tỉnh Đắk Nông', '68', null),
  ('68', 'Tỉnh Lâm Đồng', null, null),
  ('70', 'Tỉnh Bình Phước', '75', null),
  ('72', 'Tỉnh Tây Ninh', null, '80'),
  ('74', 'Tỉnh Bình Dương', '79', null),
  ('75', 'Tỉnh Đồng Nai', null, null),
  ('77', 'Tỉnh Bà Rịa - Vũng Tàu', '79', null),
  ('79', 'Thành phố Hồ Chí Minh', null, null),
  ('80', 'Tỉnh Long An', '72', null),
  ('82', 'Tỉnh Tiền Giang', '87', null),
  ('83', 'Tỉnh Bến Tre', '86', null),
  ('84', 'Tỉnh Trà Vinh', '86', null),
  ('86', 'Tỉnh Vĩnh Long', null, null),
  ('87', 'Tỉnh Đồng Tháp', null, '82'),
  ('89', 'Tỉnh An Giang', null, '91'),
  ('91', 'Tỉnh Kiên Giang', '89', null),
  ('92', 'Thành phố Cần Thơ', null, null),
  ('93', 'Tỉnh Hậu Giang', '92', null),
  ('94', 'Tỉnh Sóc Trăng', '92', null),
  ('95', 'Tỉnh Bạc Liêu', '96', null),
  ('96', 'Tỉnh Cà Mau', null, null);

insert into registry.area (id, kind, name, valid_from, valid_to)
  select ('00000000-0000-8000-8010-0000000000' || code)::uuid, 'province', name, '2008-08-01',
         case when merged_into is not null then '2025-06-30'::date end
  from province;

insert into registry.area_entry (id, area_id, field, value, valid_from, document, entered_at)
  select ('00000000-0000-8000-8011-0000000000' || code)::uuid, ('00000000-0000-8000-8010-0000000000' || code)::uuid,
         'state_code', code, '2008-08-01'::date, 'QĐ 124/2004/QĐ-TTg; 63 tỉnh từ 01/08/2008', '2026-11-01'::timestamptz
  from province
  union all
  select ('00000000-0000-8000-8011-0000000001' || code)::uuid, ('00000000-0000-8000-8010-0000000000' || code)::uuid,
         'state_code', new_code, '2025-07-01', 'QĐ 19/2025/QĐ-TTg (chưa đối chiếu bản gốc)', '2026-11-01'
  from province where new_code is not null;

insert into registry.area_merge (old_area_id, new_area_id, effective_on, document, old_code_ends_on)
  select ('00000000-0000-8000-8010-0000000000' || code)::uuid, ('00000000-0000-8000-8010-0000000000' || merged_into)::uuid,
         '2025-07-01', 'NQ 202/2025/QH15', '2025-06-30'
  from province where merged_into is not null;
