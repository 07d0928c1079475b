import type { RefusalTexts } from '../../kernel/refusal.ts';

/** What moving the demo's day may refuse. */
export const DEMO_REFUSALS = {
  noDemo: { status: 409, text: 'Đây không phải dữ liệu mẫu: ngày làm việc là ngày thật.' },
  demoDayNotLater: {
    status: 422,
    text: 'Chỉ chuyển được về sau ngày {today}. Muốn về ngày đầu: chạy «giaoban demo reset».',
  },
  demoDayTooFar: { status: 422, text: 'Chỉ chuyển được tối đa {days} ngày một lần.' },
} as const satisfies RefusalTexts;
