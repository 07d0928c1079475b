import type { RefusalTexts } from '../../kernel/refusal.ts';

/** What the groups module may refuse, and what the person is told. */
export const GROUPS_REFUSALS = {
  groupValueInvalid: { status: 422, text: '{field} chưa đúng: {problem}' },
  groupEntryWithdrawn: {
    status: 409,
    text: 'Giá trị này đã được rút trước đó. Tải lại trang để xem giá trị hiện tại.',
  },
} as const satisfies RefusalTexts;
