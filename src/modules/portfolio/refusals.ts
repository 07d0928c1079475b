import type { RefusalTexts } from '../../kernel/refusal.ts';

/** What this module may refuse, with the sentence that is shown. */
export const PORTFOLIO_REFUSALS = {
  dateNotPublished: {
    status: 404,
    text: 'Chưa có số liệu ngày {date} trong phạm vi được giao. Chọn một ngày trong danh sách ngày số liệu.',
  },
  loanNotFound: {
    status: 404,
    text: 'Không có khế ước {contract} trong phạm vi được giao. Kiểm tra số khế ước, hoặc tìm theo tên người vay.',
  },
  entryNotFound: {
    status: 404,
    text: 'Khế ước {contract} không nằm trong danh sách này ở ngày số liệu {date}. Mở lại danh sách, hoặc chọn ngày số liệu khác.',
  },
  accrualNotChecked: {
    status: 404,
    text: 'Khế ước {contract} không còn dư nợ ngày {date} trong phạm vi được giao nên không tính lại lãi dự thu. Chọn ngày số liệu khác, hoặc mở khế ước để xem các ngày trước.',
  },
  nothingForeseen: {
    status: 404,
    text: 'Khế ước {contract} không còn dư nợ hoặc tệp không ghi ngày giao dịch, nên không có phiên kế tiếp để tính. Chọn ngày số liệu khác, hoặc xem lịch phiên của xã.',
  },
  cursorInvalid: { status: 400, text: 'Không đọc được vị trí trang tiếp theo. Mở lại danh sách từ đầu.' },
  batchNotReady: {
    status: 409,
    text: 'Đợt nhập này đang ở trạng thái “{state}” nên chưa ghi vào sổ được. Mở lại đợt nhập để xem còn thiếu gì.',
  },
  batchBlocked: { status: 409, text: 'Còn lỗi chặn nên chưa ghi vào sổ được: {reasons}' },
  previewStale: {
    status: 409,
    text: 'Sổ đã thay đổi từ khi mở bản xem trước, nên số so sánh của ngày {date} không còn đúng. Tải lại trang, xem lại rồi ghi.',
  },
  laterDatePublished: {
    status: 409,
    text: 'Không hoàn tác được ngày {date}: ngày {later} đã được ghi vào sổ sau đó. Hoàn tác ngày {later} trước.',
  },
  otherVersionStands: {
    status: 409,
    text: 'Ngày {date} đang hiện lần ghi {number}, không phải lần vừa xem. Tải lại trang, xem lại rồi hoàn tác.',
  },
  nothingToUndo: {
    status: 404,
    text: 'Ngày {date} không có lần ghi nào để hoàn tác. Tải lại trang để xem các ngày đã ghi.',
  },
  officeUnclear: {
    status: 400,
    text: 'Phạm vi được giao có nhiều phòng giao dịch. Chọn một phòng giao dịch.',
  },
} as const satisfies RefusalTexts;
