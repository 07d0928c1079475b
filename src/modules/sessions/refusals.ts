import type { RefusalTexts } from '../../kernel/refusal.ts';

/** What the calendar may refuse. */
export const SESSION_REFUSALS = {
  pointRowNotLater: {
    status: 409,
    text: 'Điểm {point} đã có thông tin từ ngày {previous}. Chọn ngày bắt đầu áp dụng muộn hơn.',
  },
  pointRowReplaced: {
    status: 409,
    text: 'Thông tin này của điểm {point} đã có dòng mới hơn từ ngày {next}. Tải lại trang, rồi sửa dòng mới nhất.',
  },
  pointRowOfBank: {
    status: 409,
    text: 'Thông tin này của điểm {point} do tệp ngân hàng nêu, không phải cán bộ ghi, nên không rút được. Ghi thay đổi mới nếu chưa đúng.',
  },
  pointEndTooEarly: {
    status: 422,
    text: 'Điểm {point} có thông tin từ ngày {from}. Ngày cuối phải từ ngày đó trở đi.',
  },
  villageUnknown: {
    status: 422,
    text: 'Sổ địa bàn chưa có thôn, khu phố mã {villages}. Chọn trong danh sách.',
  },
  hoursReversed: { status: 422, text: 'Giờ kết thúc phải sau giờ bắt đầu. Sửa một trong hai giờ.' },
  noSessionThatDay: {
    status: 422,
    text: 'Điểm {point} không có phiên theo lịch vào ngày {regularOn}. Chọn đúng ngày giao dịch cố định của tháng đó.',
  },
  heldOnTooFar: {
    status: 422,
    text: 'Phiên ngày {regularOn} chỉ dời được trong vòng một tháng. Chọn ngày từ {from} đến {to}.',
  },
  noticeExists: {
    status: 409,
    text: 'Phiên ngày {regularOn} đã có thông báo. Thu hồi thông báo cũ trước khi ghi thông báo mới.',
  },
  holidayDayInvalid: {
    status: 422,
    text: 'Không có ngày {day}/{month}. Tháng dương lịch có đến 31 ngày, tháng âm lịch đến 30; sửa ngày hoặc tháng.',
  },
  holidayExists: {
    status: 409,
    text: 'Ngày này đã là ngày lễ “{name}”, hiệu lực từ {validFrom}. Kết thúc dòng ấy trước, hoặc chọn ngày hiệu lực khác.',
  },
  holidayEndTooEarly: {
    status: 422,
    text: 'Ngày lễ “{name}” có hiệu lực từ {validFrom}. Ngày cuối phải từ ngày đó trở đi.',
  },
  holidayOfProduct: {
    status: 409,
    text: 'Ngày lễ “{name}” có sẵn theo luật nên không thu hồi được. Chọn Kết thúc và ghi ngày cuối cùng.',
  },
  rangeTooLong: {
    status: 422,
    text: 'Chỉ xem được lịch tối đa {months} tháng một lần. Chọn khoảng ngày ngắn hơn.',
  },
} as const satisfies RefusalTexts;
