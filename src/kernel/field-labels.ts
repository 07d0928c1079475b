/**
 * What people call the fields of inputs, as the forms label them: a refusal about a field names it. One word means one
 * thing in all contracts, so the names are enough.
 */
const LABELS: Readonly<Record<string, string>> = {
  abbreviation: 'Tên viết tắt',
  address: 'Địa chỉ',
  answer: 'Câu trả lời',
  associationCode: 'Mã hội đoàn thể',
  audience: 'Đối tượng',
  branchCode: 'Mã chi nhánh',
  capNote: 'Ghi chú mức vay',
  capVnd: 'Mức vay cao nhất',
  capacity: 'Chức danh',
  code: 'Mã',
  contractNo: 'Số khế ước',
  current: 'Mật khẩu hiện tại',
  decidedBy: 'Quyết định',
  deputyName: 'Họ tên người dự thay',
  document: 'Văn bản',
  endsAt: 'Giờ kết thúc',
  fixedDay: 'Ngày cố định hằng tháng',
  fullName: 'Họ và tên',
  groupCode: 'Mã tổ',
  instalmentSpacingMonths: 'Kỳ trả gốc',
  login: 'Tên đăng nhập',
  longestTermMonths: 'Thời hạn dài nhất',
  minutes: 'Số phút',
  name: 'Tên',
  next: 'Mật khẩu mới',
  note: 'Ghi chú',
  overdueFactorPercent: 'Lãi quá hạn',
  ownText: 'Điểm cần nêu',
  ownerName: 'Người làm',
  password: 'Mật khẩu',
  phone: 'Số điện thoại',
  place: 'Địa điểm',
  pointCode: 'Mã điểm',
  rateBpsPerYear: 'Lãi suất',
  reason: 'Lý do',
  saidBy: 'Người nêu',
  startsAt: 'Giờ bắt đầu',
  text: 'Nội dung',
  title: 'Tên mục',
  value: 'Giá trị',
  variant: 'Đối tượng vay',
  villageCode: 'Mã thôn',
};

/** The label of the field that a path of an input ends in; undefined for what no person types. */
export function fieldLabel(path: readonly PropertyKey[]): string | undefined {
  const name = path.findLast((part) => typeof part === 'string');
  return name === undefined ? undefined : LABELS[name];
}
