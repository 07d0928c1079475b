import type { RefusalTexts } from '../../kernel/refusal.ts';

/** Texts of the refusals of jobs. */
export const JOB_REFUSALS = {
  jobFinished: {
    status: 409,
    text: 'Công việc này đã kết thúc nên không dừng được nữa. Tải lại trang để xem kết quả.',
  },
  jobOfAnother: {
    status: 403,
    text: 'Công việc này do người khác yêu cầu. Người đó hoặc giám đốc phòng giao dịch dừng được.',
  },
} as const satisfies RefusalTexts;
