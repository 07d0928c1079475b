import type { RefusalTexts } from '../../kernel/refusal.ts';

/** What the catalogue may refuse. */
export const PROGRAMME_REFUSALS = {
  validFromNotLater: {
    status: 409,
    text: 'Ngày hiệu lực {validFrom} không sau ngày {previous} của dòng đang dùng. Nhập ngày muộn hơn; dòng cũ được giữ để tra lại.',
  },
  rowReachesBack: {
    status: 409,
    text: 'Ngày hiệu lực {validFrom} không sau số liệu ngày {published} đã ghi vào sổ. Số liệu đã ghi giữ nguyên theo giá trị cũ. Nếu đúng văn bản thì chọn “Vẫn nhập”; muốn ngày đã ghi tính theo giá trị mới thì nhập lại tệp của ngày ấy.',
  },
  ruleNotNarrowed: {
    status: 422,
    text: 'Quy tắc “{rule}” không có giá trị riêng theo {wrong}. {allowed}.',
  },
  overdueRateOfTerm: {
    status: 422,
    text: 'Lãi suất nợ quá hạn riêng của một chương trình nằm ở điều kiện vay của chương trình đó. Mở trang Chương trình, chọn Nhập điều kiện mới.',
  },
  scopeUnknown: {
    status: 422,
    text: 'Danh mục chưa có {what}. Chọn mã có trong trang Chương trình, hoặc thêm vào đó trước.',
  },
  programmeCodeHeld: {
    status: 409,
    text: 'Mã {code} đang là của chương trình “{name}”. Kết thúc chương trình ấy trước ngày này, hoặc dùng mã khác.',
  },
  programmeEndTooEarly: {
    status: 422,
    text: 'Chương trình “{name}” bắt đầu từ ngày {validFrom}. Ngày cuối phải từ ngày đó trở đi.',
  },
  fundSourceCodeHeld: {
    status: 409,
    text: 'Mã {code} đã là của nguồn vốn “{name}”. Dùng mã khác.',
  },
  termEmpty: {
    status: 422,
    text: 'Điều kiện vay chưa có nội dung nào. Nhập ít nhất lãi suất, mức vay hoặc thời hạn.',
  },
  dayInvalid: {
    status: 422,
    text: 'Giá trị của quy tắc này là một ngày dạng năm-tháng-ngày viết liền, ví dụ 20260301.',
  },
  valueOutOfRange: {
    status: 422,
    text: 'Giá trị của quy tắc “{rule}” phải từ {least} đến {most}. Kiểm tra lại số vừa nhập.',
  },
  valuesNotRising: {
    status: 422,
    text: 'Quy tắc “{rule}” phải {order} “{other}” (đang là {otherValue}), nên không nhận {value}. Nhập giá trị khác, hoặc sửa quy tắc kia trước.',
  },
} as const satisfies RefusalTexts;
