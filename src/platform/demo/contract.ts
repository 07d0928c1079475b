import { z } from 'zod';
import { date, operation } from '../../kernel/contract.ts';
import { permission } from '../../kernel/role.ts';

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

/** The sample people of the demo with their offices and the password of all of them: one click signs in. */
export const listSamplePeople = operation({
  name: 'demo.listSamplePeople',
  method: 'GET',
  path: '/demo/people',
  summary: 'Người dùng mẫu để đăng nhập thử; chỉ có ở dữ liệu mẫu',
  input: z.object({}),
  output: z.object({
    password: z.string(),
    people: z.array(z.object({ login: z.string(), fullName: z.string(), office: z.string() })),
  }),
  refusals: ['noDemo'],
  permission: 'anyone',
});

/** Everybody's day moves, so one person moves it. */
const moveDay = permission('demo.moveDay', { administrator: 'system' });

/** Moves the demo's day forward, to see sessions come and figures grow old. */
export const moveDemoDay = operation({
  name: 'demo.moveDemoDay',
  method: 'POST',
  path: '/demo/day',
  summary: 'Chuyển ngày của dữ liệu mẫu về phía trước',
  input: z.object({ to: date }),
  output: z.object({ today: date }),
  refusals: ['noDemo', 'demoDayNotLater', 'demoDayTooFar'],
  permission: moveDay,
});
