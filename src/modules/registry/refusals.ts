import type { RefusalTexts } from '../../kernel/refusal.ts';

/** What the registry may refuse, and what the person is told. */
export const REGISTRY_REFUSALS = {
  areaUnknown: { status: 404, text: 'Không có địa bàn này trong danh mục. Tải lại danh mục rồi chọn lại.' },
  mergeIntoItself: {
    status: 422,
    text: 'Địa bàn không thể nhập vào chính nó. Chọn địa bàn mới khác địa bàn cũ.',
  },
  mergeKindsDiffer: {
    status: 422,
    text: 'Chỉ nhập được xã vào xã, thôn vào thôn. Chọn hai địa bàn cùng loại.',
  },
  mergeRecorded: { status: 409, text: 'Việc nhập địa bàn này đã được ghi, hiệu lực từ {effectiveOn}.' },
  mergeCircular: {
    status: 422,
    text: 'Địa bàn mới đã được ghi là nhập ngược lại vào địa bàn cũ. Kiểm tra chiều nhập.',
  },
  searchTooShort: { status: 422, text: 'Gõ ít nhất 2 chữ của tên, hoặc 3 số của điện thoại.' },
  entryValueInvalid: { status: 422, text: '{field} chưa đúng: {problem}' },
  entryWithdrawn: {
    status: 409,
    text: 'Giá trị này đã được rút trước đó. Tải lại trang để xem giá trị hiện tại.',
  },
  phoneInvalid: {
    status: 422,
    text: 'Số điện thoại phải có 10 chữ số và bắt đầu bằng 0, ví dụ 0912 345 678.',
  },
  contactExists: { status: 409, text: 'Người này đã có số {phone} trong danh sách liên lạc.' },
  contactFromBank: {
    status: 409,
    text: 'Số này do ngân hàng cung cấp nên không sửa được. Đánh dấu sai số, rồi thêm số đúng thành liên lạc mới.',
  },
  householdSame: { status: 409, text: 'Người này đã ở trong hộ được chọn.' },
  valueMissing: { status: 404, text: 'Người này chưa có {field} trong sổ.' },
} as const satisfies RefusalTexts;
