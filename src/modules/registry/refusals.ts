import type { RefusalTexts } from '../../kernel/refusal.ts';
import { SEARCH_TOO_SHORT } from './domain/search-query.ts';

/** What the registry may refuse, and what the person is told. */
export const REGISTRY_REFUSALS = {
  areaUnknown: { status: 404, text: 'Không có địa bàn này trong danh mục. Tải lại danh mục rồi chọn lại.' },
  areaValueInvalid: { status: 422, text: '{field} chưa đúng: {problem}' },
  areaDayAhead: { status: 422, text: 'Ngày {validFrom} ở sau hôm nay. Chờ đến ngày đó rồi ghi.' },
  areaDayAfterEnd: {
    status: 422,
    text: '{name} chỉ còn đến {validTo}, sau đó đã nhập hoặc hết hiệu lực. Chọn ngày sớm hơn, hoặc ghi cho địa bàn mới.',
  },
  stateCodeTaken: {
    status: 409,
    text: 'Mã {code} đang là của {name} từ {validFrom}. Kiểm tra mã, hoặc sửa mã của địa bàn kia trước.',
  },
  areaEntryGone: {
    status: 409,
    text: 'Giá trị này không còn trong sổ. Tải lại trang để xem giá trị hiện tại.',
  },
  placeKindsWrong: { status: 422, text: 'Chỉ xếp được xã, phường vào tỉnh, thành phố. Chọn lại.' },
  mergeIntoItself: {
    status: 422,
    text: 'Địa bàn không thể nhập vào chính nó. Chọn địa bàn mới khác địa bàn cũ.',
  },
  mergeKindsDiffer: {
    status: 422,
    text: 'Chỉ nhập được tỉnh vào tỉnh, xã vào xã, thôn, khu phố vào thôn, khu phố. Chọn hai địa bàn cùng loại.',
  },
  mergeTooEarly: {
    status: 422,
    text: '{name} có trong sổ từ {validFrom}. Chọn ngày nhập từ ngày đó trở đi.',
  },
  mergeTargetEnded: {
    status: 422,
    text: '{name} hết hiệu lực ngày {validTo}, trước ngày nhập. Chọn địa bàn mới còn hiệu lực.',
  },
  mergeCodeEndsTooEarly: {
    status: 422,
    text: 'Mã cũ của {name} bắt đầu từ {validFrom}. Ngày cuối dùng mã cũ phải từ ngày đó trở đi.',
  },
  mergeGone: {
    status: 409,
    text: 'Việc nhập này không còn trong sổ. Tải lại trang để xem các lần nhập hiện tại.',
  },
  mergeCodeReused: {
    status: 409,
    text: 'Mã cũ của {name} đã dùng cho địa bàn khác nên không mở lại được. Giữ lần nhập này; nếu ghi sai nơi nhập, ghi thêm lần nhập đúng với ngày muộn hơn.',
  },
  mergeRecorded: {
    status: 409,
    text: 'Việc nhập địa bàn này đã được ghi, hiệu lực từ {effectiveOn}. Nếu ngày hay văn bản sai, rút lần ghi đó rồi ghi lại.',
  },
  mergeCircular: {
    status: 422,
    text: 'Địa bàn mới đã được ghi là nhập ngược lại vào địa bàn cũ. Kiểm tra chiều nhập: địa bàn cũ là nơi không còn, địa bàn mới là nơi nhận.',
  },
  searchTooShort: { status: 422, text: SEARCH_TOO_SHORT },
  entryValueInvalid: { status: 422, text: '{field} chưa đúng: {problem}' },
  entryWithdrawn: {
    status: 409,
    text: 'Giá trị này đã được rút trước đó. Tải lại trang để xem giá trị hiện tại.',
  },
  phoneInvalid: {
    status: 422,
    text: 'Số điện thoại phải có 10 chữ số và bắt đầu bằng 0, ví dụ 0912 345 678.',
  },
  contactExists: {
    status: 409,
    text: 'Người này đã có số {phone} trong danh sách liên lạc. Sửa dòng có số ấy, hoặc nhập số khác.',
  },
  contactFromBank: {
    status: 409,
    text: 'Số này do ngân hàng cung cấp nên không sửa được. Đánh dấu sai số, rồi thêm số đúng thành liên lạc mới.',
  },
  contactsFull: {
    status: 409,
    text: 'Người này đã có {most} liên lạc, không thêm được nữa. Bỏ một liên lạc không còn dùng rồi thêm lại.',
  },
  householdFull: {
    status: 409,
    text: 'Hộ này đã có {most} người, không thêm được nữa. Kiểm tra lại có nhầm hộ không.',
  },
  householdSame: {
    status: 409,
    text: 'Người này đã ở trong hộ được chọn. Tải lại trang để xem hộ, hoặc chọn hộ khác.',
  },
  valueMissing: {
    status: 404,
    text: 'Người này chưa có {field} trong sổ. Ghi giá trị ở hồ sơ hộ, hoặc chờ tệp tháng sau của ngân hàng.',
  },
} as const satisfies RefusalTexts;
