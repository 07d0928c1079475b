import { z } from 'zod';
import { date, operation } from '../../kernel/contract.ts';

/** Whether this is the demo, and what day it is: shown beside the demo mark, on screen and on paper. */
export const showDemo = operation({
  name: 'demo.showDemo',
  method: 'GET',
  path: '/demo',
  summary: 'Cho biết đây có phải dữ liệu mẫu không, và hôm nay là ngày nào',
  input: z.object({}),
  output: z.object({ isDemo: z.boolean(), today: date }),
  permission: 'anyone',
});

/** Moves the demo's day forward, to see sessions come and figures grow old. */
export const moveDemoDay = operation({
  name: 'demo.moveDemoDay',
  method: 'POST',
  path: '/demo/day',
  summary: 'Chuyển ngày của dữ liệu mẫu về phía trước',
  input: z.object({ to: date }),
  output: z.object({ today: date }),
  refusals: ['noDemo', 'demoDayNotLater', 'demoDayTooFar'],
  permission: 'signedIn',
});
