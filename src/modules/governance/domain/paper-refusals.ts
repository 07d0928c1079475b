import type { RefusalTexts } from '../../../kernel/refusal.ts';

/** What the papers of a briefing and their templates may refuse. */
export const PAPER_REFUSALS = {
  noPapersOfCancelled: {
    status: 409,
    text: 'Giao ban ngày {heldOn} không tổ chức nên không có giấy mời, biên bản hay văn bản nào. Nếu vẫn họp thì chuẩn bị lại giao ban, rồi lấy văn bản của buổi mới.',
  },
  noSuchPaper: {
    status: 422,
    text: 'Giao ban ngày {heldOn} không có phiếu giao việc: chưa giao việc cho ai, hoặc chỉ giao cho Chủ tịch UBND và phòng giao dịch, là những nơi không có phiếu. Xem việc đã giao ở thông báo kết luận, hoặc ghi kết luận có người khác làm rồi in lại.',
  },
  paperStillDraft: {
    status: 409,
    text: '{title} còn là dự thảo vì giao ban ngày {heldOn} chưa kết thúc. Kết thúc giao ban rồi ghi số.',
  },
  reportBeforeMeeting: {
    status: 409,
    text: '{title} còn là dự thảo đến ngày giao ban {heldOn}, là ngày tính kết quả. Ghi số từ ngày {heldOn}.',
  },
  paperNumberTaken: {
    status: 409,
    text: 'Số {number} năm {year} đã ghi cho {title} của giao ban ngày {heldOn}. Xem lại sổ văn bản đi.',
  },
  paperBeforeMeeting: {
    status: 422,
    text: 'Ngày {issuedOn} trước ngày giao ban {heldOn}. {title} ghi ngày từ {heldOn} trở đi.',
  },
  templateLacks: { status: 422, text: 'Chưa dùng mẫu này được: {part} {problem} (quy tắc {rule}).{more}' },
  templateBackdated: {
    status: 422,
    text: 'Mẫu chỉ áp dụng từ hôm nay ({today}) trở đi, để văn bản đã lập giữ nguyên. Chọn ngày khác.',
  },
  templateChanged: {
    status: 409,
    text: 'Người khác vừa ghi mẫu này. Chép lại chỗ vừa sửa, bấm “Lấy lại mẫu đang dùng” để xem bản mới rồi sửa tiếp.',
  },
  templateSame: {
    status: 409,
    text: 'Không có gì thay đổi: mẫu áp dụng ngày {validFrom} đã đúng như thế. Sửa nội dung rồi hãy ghi.',
  },
} as const satisfies RefusalTexts;
