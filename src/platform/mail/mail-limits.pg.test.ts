import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Id } from '../../kernel/ids.ts';
import { runCommand } from '../command.ts';
import { NO_SCOPE } from '../db/scope.ts';
import { keepHouse } from '../housekeeping/housekeep.ts';
import { type TestDatabase, testDatabase } from '../testing/database.ts';
import { testCaller, testPlatform } from '../testing/platform.ts';
import { cleanMailTexts } from './clean-mail.ts';
import { type MailLimits, mailPause } from './mail-limits.ts';
import { openMailServer } from './mail-server.ts';
import { queueMail } from './queue-mail.ts';
import { type MailSender, sendNextMail } from './send-mail.ts';
import { type MailPost, startMailPost } from './testing/mail-post.ts';

const COMMUNE = '0192f0c8-0000-7000-8000-0000000000c1' as Id;
const caller = testCaller({ communeIds: [COMMUNE] });

let database: TestDatabase;
let parts: ReturnType<typeof testPlatform>;
let post: MailPost;
beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  parts = testPlatform(database.app);
  parts.clock.moveTo('2026-11-03T02:00:00Z');
  await database.owner.query('delete from platform.mail');
  post = await startMailPost();
});
afterEach(() => post.close());
afterAll(() => database.close());

async function queue(mails: number, toSeat: string | null = null): Promise<void> {
  for (let i = 0; i < mails; i += 1)
    await runCommand(parts.platform, { name: 'sample.invite', caller }, (context) => {
      context.note({ communeId: COMMUNE, subject: {} });
      const to = { toName: 'Trần Thị Mai', toAddress: `mai${i}@xa.vn`, dueAt: parts.clock.now() };
      return queueMail(context, {
        communeId: COMMUNE,
        kind: 'sample',
        toSeat,
        subject: 'Mời',
        text: 'Kính gửi',
        ...to,
      });
    });
}

/** Sends until nothing may go any more. @returns how many were tried */
async function sendAll(
  limits: Partial<MailLimits> = {},
  contentOf?: MailSender['contentOf'],
  holdsSeat: MailSender['holdsSeat'] = async () => true,
): Promise<number> {
  const sender = {
    platform: parts.platform,
    server: openMailServer(
      { host: '127.0.0.1', port: post.port, account: null, from: 'giaoban@xa.vn' },
      'Tổ giao dịch xã',
    ),
    quietHours: async () => ({ fromHour: 0, untilHour: 0 }),
    limits: async () => ({ perMinute: 100, perHour: 1000, pauseAfterFailures: 3, ...limits }),
    holdsSeat,
    ...(contentOf && { contentOf }),
  };
  let tried = 0;
  while (await sendNextMail(sender)) tried += 1;
  return tried;
}

test('[GV72] no more go in a minute and in an hour than the rules let, the others follow', async () => {
  await queue(5);
  expect(await sendAll({ perMinute: 2 })).toBe(2);
  parts.clock.moveTo('2026-11-03T02:00:59Z');
  expect(await sendAll({ perMinute: 2 })).toBe(0);
  parts.clock.moveTo('2026-11-03T02:01:00Z');
  expect(await sendAll({ perMinute: 2, perHour: 3 })).toBe(1);
  parts.clock.moveTo('2026-11-03T03:01:00Z');
  expect(await sendAll()).toBe(2);
});

test('[GV72] several in a row that fail pause the sending; after half an hour one is tried, and mail goes again', async () => {
  const pausedAt = (moment: string) =>
    database.app.read({ ...NO_SCOPE, system: true }, (tx) =>
      mailPause(tx, { now: new Date(moment), pauseAfterFailures: 3 }),
    );
  await queue(6);
  post.mood = 'busy';
  expect(await sendAll()).toBe(3);
  expect(await pausedAt('2026-11-03T02:29:59Z')).toEqual(new Date('2026-11-03T02:30:00Z'));
  parts.clock.moveTo('2026-11-03T02:10:00Z');
  expect(await sendAll()).toBe(0);
  parts.clock.moveTo('2026-11-03T02:30:00Z');
  expect(await sendAll()).toBe(1);
  post.mood = 'takes';
  parts.clock.moveTo('2026-11-03T03:00:00Z');
  expect(await sendAll()).toBe(6);
  expect(await pausedAt('2026-11-03T03:00:00Z')).toBeNull();
});

test('[GV72] a mail that is taken back while it is in hand has not failed, and does not end a pause', async () => {
  await queue(3);
  post.mood = 'busy';
  expect(await sendAll({ perHour: 2 })).toBe(2);
  parts.clock.moveTo('2026-11-03T02:00:30Z');
  expect(await sendAll({}, async () => 'withdrawn')).toBe(1);
  const paused = await database.app.read({ ...NO_SCOPE, system: true }, (tx) =>
    mailPause(tx, { now: parts.clock.now(), pauseAfterFailures: 2 }),
  );
  expect(paused).not.toBeNull();
  const { rows } = await database.owner.query('select state, problem from platform.mail order by state, id');
  const waits = { state: 'waiting', problem: 'serverBusy' };
  expect(rows).toEqual([waits, waits, { state: 'withdrawn', problem: null }]);
});

test('[GV72] a mail whose files cannot be made says nothing of the server: it neither pauses the sending nor ends a pause', async () => {
  const paused = () =>
    database.app.read({ ...NO_SCOPE, system: true }, (tx) =>
      mailPause(tx, { now: parts.clock.now(), pauseAfterFailures: 2 }),
    );
  await queue(6);
  const unmade = async () => {
    throw new Error('the paper cannot be made');
  };
  expect(await sendAll({ perHour: 3 }, unmade)).toBe(3);
  expect(await paused()).toBeNull();
  post.mood = 'busy';
  expect(await sendAll({ perHour: 5 })).toBe(2);
  expect(await paused()).not.toBeNull();
  parts.clock.moveTo('2026-11-03T02:00:30Z');
  expect(await sendAll({ perHour: 6, pauseAfterFailures: 5 }, unmade)).toBe(1);
  expect(await paused()).not.toBeNull();
});

test('[GV72] [GV151] mails to who has left the office say nothing of the server', async () => {
  await queue(3, 'associationHead:12');
  expect(await sendAll({}, undefined, async () => false)).toBe(3);
  const paused = await database.app.read({ ...NO_SCOPE, system: true }, (tx) =>
    mailPause(tx, { now: parts.clock.now(), pauseAfterFailures: 3 }),
  );
  expect(paused).toBeNull();
});

test('[HK5] the words of old mails go, to whom and when stays; what waits keeps its words', async () => {
  await queue(2);
  await sendAll({ perMinute: 1 });
  const clean = async (moment: string) => {
    parts.clock.moveTo(moment);
    const { logger, metrics, platform } = parts;
    const chores = [{ ...cleanMailTexts, keepDays: async () => 30 }];
    await keepHouse({ platform, chores, logger, metrics });
    const { rows } = await database.owner.query(
      'select state, text, to_address is not null and created_at is not null as "isKept" from platform.mail order by state',
    );
    return rows;
  };
  const waiting = { state: 'waiting', text: 'Kính gửi', isKept: true };
  expect(await clean('2026-12-02T02:00:00Z')).toEqual([
    { state: 'sent', text: 'Kính gửi', isKept: true },
    waiting,
  ]);
  expect(await clean('2026-12-03T02:00:01Z')).toEqual([{ state: 'sent', text: '', isKept: true }, waiting]);
});
