import type { RefusalTexts } from '../../kernel/refusal.ts';

/** What the calendar may refuse. */
export const SESSION_REFUSALS = {
  pointRowNotLater: {
    status: 409,
    text: 'Điểm {point} đã có thông tin từ ngày {previous}. Ngày bắt đầu áp dụng phải muộn hơn.',
  },
  hoursReversed: { status: 422, text: 'Giờ kết thúc phải sau giờ bắt đầu.' },
  noSessionThatDay: {
    status: 422,
    text: 'Điểm {point} không có phiên theo lịch vào ngày {regularOn}. Chọn đúng ngày giao dịch cố định của tháng đó.',
  },
  noticeExists: {
    status: 409,
    text: 'Phiên ngày {regularOn} đã có thông báo. Thu hồi thông báo cũ trước khi ghi thông báo mới.',
  },
  rangeTooLong: { status: 422, text: 'Chỉ xem được lịch tối đa {months} tháng một lần.' },
} as const satisfies RefusalTexts;
