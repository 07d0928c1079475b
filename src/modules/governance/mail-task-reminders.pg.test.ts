import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import { startMailPost } from '../../platform/mail/testing/mail-post.ts';
import type { EventHandler } from '../../platform/outbox/deliver-outbox.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { mailTaskReminders } from './mail-task-reminders.ts';
import { TASK_REMINDER } from './remind-of-tasks.ts';
import { reportTask } from './report-task.ts';
import { showTaskOverview } from './show-task-overview.ts';
import { command, givenCommune, PEOPLE, question, type TestCommune } from './testing/given-commune.ts';
import { deliverNext } from './testing/given-mail.ts';
import { headLeaves } from './testing/given-offices.ts';
import { remindAt as remindedAt } from './testing/given-reminders.ts';
import { callers, ordered, taskOf } from './testing/given-tasks.ts';
import { headsVillageToo, VILLAGE } from './testing/given-two-offices.ts';

let commune: TestCommune;
let as: ReturnType<typeof callers>;
beforeAll(async () => {
  commune = await givenCommune();
  as = callers(commune);
}, 60_000);
afterAll(() => commune.database.close());
beforeEach(async () => {
  const { owner } = commune.database;
  for (const table of [
    'platform.outbox_delivery',
    'platform.outbox',
    'platform.housekeeping',
    'platform.mail',
    'governance.mail_address',
  ])
    await owner.query(`delete from ${table}`);
  await owner.query("update governance.task set state = 'cancelled'");
  commune.clock.moveTo('2026-12-01T02:00:00Z');
});

const HEAD = 'associationHead:12';
const address = (seat: string, fullName: string) =>
  commune.database.owner.query(
    `insert into governance.mail_address (commune_id, id, seat, full_name, address, entered_at)
     values ($1, $2, $3, $4, 'mai@xa.vn', now())`,
    [commune.communeId, nextId(), seat, fullName],
  );

/** Holds the news of reminders up, as a server that is just going down. */
const holdsUp: EventHandler = {
  name: 'sample.holdsUp',
  event: TASK_REMINDER,
  handle: async () => {
    throw new Error('not yet');
  },
};

/** Does the day's reminding with its mails; the mails that wait afterwards. */
async function remindAt(moment: string) {
  const mails = mailTaskReminders({ link: 'https://giaoban.vbsp.vn' });
  expect(await remindedAt(commune, moment, [mails])).toBe(0);
  const { rows } = await commune.database.owner.query<{ subject: string; text: string; due: string }>(
    `select to_name, to_address, subject, text, to_char(due_at at time zone 'UTC' + interval '7 hours', 'DD/MM HH24:MI') as due
     from platform.mail order by created_at`,
  );
  return rows;
}

describe('[GV70] reminders by mail', () => {
  it('are one a day for all tasks of an office, and say how many and until when, never what about', async () => {
    await address(HEAD, PEOPLE.associationHead);
    for (const dueOn of ['2026-12-10', '2026-12-11', '2026-12-11'])
      await ordered(commune, {
        dueOn: day(dueOn),
        text: 'Mời hộ bà Nguyễn Thị Lan, khế ước 6600000123456789',
      });
    const [mail, ...others] = await remindAt('2026-12-11T03:00:00Z');
    expect(others).toEqual([]);
    expect(mail).toMatchObject({
      ...{ to_name: PEOPLE.associationHead, to_address: 'mai@xa.vn', due: '11/12 10:00' },
      subject: 'Nhắc việc: 2 việc sắp đến hạn, 1 việc trễ hạn, Xã Bình Ngọc',
    });
    expect(mail?.text).toContain('Hạn sớm nhất: 10/12/2026.');
    expect(mail?.text).toContain('https://giaoban.vbsp.vn/viec');
    expect(mail?.text).not.toMatch(/Lan|Mời|\d{6}/);
    expect(await remindAt('2026-12-11T04:00:00Z')).toHaveLength(1);
  });

  it('[GV191] count what the office was reminded of on days before too, by its first deadline', async () => {
    await address(HEAD, PEOPLE.associationHead);
    for (const dueOn of ['2026-12-02', '2026-12-10', '2026-12-31'])
      await ordered(commune, { dueOn: day(dueOn) });
    await remindAt('2026-12-05T03:00:00Z');
    await remindAt('2026-12-09T03:00:00Z');
    const mails = await remindAt('2026-12-13T03:00:00Z');
    expect(mails.at(-1)).toMatchObject({ subject: 'Nhắc việc: 2 việc trễ hạn, Xã Bình Ngọc' });
    expect(mails.at(-1)?.text).toContain('Hạn sớm nhất: 02/12/2026.');
  });

  it('count no task of another office of the commune', async () => {
    await address(HEAD, PEOPLE.associationHead);
    await ordered(commune);
    const police = { seat: 'communePolice', name: `${PEOPLE.communePolice}, Công an xã` };
    await ordered(commune, { recipients: [police], dueOn: day('2026-12-09') });
    const [mail] = await remindAt('2026-12-08T03:00:00Z');
    expect(mail).toMatchObject({ subject: 'Nhắc việc: 1 việc sắp đến hạn, Xã Bình Ngọc' });
    expect(mail?.text).toContain('Hạn sớm nhất: 10/12/2026.');
  });

  it('[GV220] go to the address that somebody has under another of their offices, and the overview says so', async () => {
    const assignmentId = await headsVillageToo(commune, { from: '2026-11-01' });
    await address(`villageHead:${VILLAGE}`, PEOPLE.associationHead);
    await ordered(commune, { dueOn: day('2026-12-10') });
    expect(await remindAt('2026-12-08T03:00:00Z')).toMatchObject([{ to_address: 'mai@xa.vn' }]);
    const mailed = async () => {
      const { actors } = await question(commune, as.officer(), (context) =>
        showTaskOverview({ hasMail: true })({ communeId: commune.communeId }, context),
      );
      return actors.find(({ seat }) => seat === HEAD)?.isMailed;
    };
    expect(await mailed()).toBe(true);
    await commune.database.owner.query('delete from identity.assignment where id = $1', [assignmentId]);
    expect(await mailed()).toBe(false);
  });

  it('wait for the end of the quiet hours', async () => {
    await address(HEAD, PEOPLE.associationHead);
    await ordered(commune, { dueOn: day('2026-12-10') });
    expect(await remindAt('2026-12-07T17:05:00Z')).toMatchObject([{ due: '08/12 07:00' }]);
  });

  it('go to whoever holds the office: not to who held it before, nor where no address is known', async () => {
    await address(HEAD, 'Người giữ chức trước');
    await ordered(commune, { dueOn: day('2026-12-10') });
    expect(await remindAt('2026-12-08T03:00:00Z')).toEqual([]);
  });

  it('leave out what was reported before the mail is written', async () => {
    await address(HEAD, PEOPLE.associationHead);
    const first = await ordered(commune);
    await ordered(commune);
    expect(await remindedAt(commune, '2026-12-08T02:00:00Z', [holdsUp])).toBe(1);
    const task = await taskOf(commune, as.head(), first);
    const said = {
      text: 'Xong',
      outcome: 'done' as const,
      doneOn: day('2026-12-08'),
      fileIds: [],
      records: [],
    };
    await command(commune, as.head(), (context) =>
      reportTask({ ...task, ...said, eventId: nextId() }, context),
    );
    expect(await remindAt('2026-12-08T03:00:00Z')).toMatchObject([
      { subject: 'Nhắc việc: 1 việc sắp đến hạn, Xã Bình Ngọc' },
    ]);
  });

  it('are said to be in the product alone where there is no server or no address', async () => {
    const { communeId } = commune;
    const mailed = async (hasMail: boolean) => {
      const overview = await question(commune, as.chair(), (context) =>
        showTaskOverview({ hasMail })({ communeId }, context),
      );
      return [overview.hasMail, overview.actors.find(({ seat }) => seat === HEAD)?.isMailed];
    };
    await ordered(commune);
    expect(await mailed(true)).toEqual([true, false]);
    await address(HEAD, PEOPLE.associationHead);
    expect(await mailed(true)).toEqual([true, true]);
    expect(await mailed(false)).toEqual([false, false]);
  });

  const notGone = async () => {
    const overview = await question(commune, as.chair(), (context) =>
      showTaskOverview({ hasMail: true })({ communeId: commune.communeId }, context),
    );
    return overview.actors.find(({ seat }) => seat === HEAD)?.reminder;
  };

  it('[GV225] that have not gone say why in the overview, until they have', async () => {
    await address(HEAD, PEOPLE.associationHead);
    await ordered(commune, { dueOn: day('2026-12-10') });
    expect(await notGone()).toBeNull();
    await remindAt('2026-12-08T02:00:00Z');
    const stands = async (set: string) => {
      await commune.database.owner.query(`update platform.mail set ${set}`);
      return notGone();
    };
    const { associationHead: toName } = PEOPLE;
    expect(await stands("problem = 'serverUnreachable', due_at = '2026-12-08T02:05:00Z'")).toEqual({
      ...{ toName, problem: 'chưa kết nối được máy chủ thư', nextAt: '2026-12-08T02:05:00.000Z' },
    });
    expect(await stands("state = 'sending'")).toBeNull();
    expect(await stands("state = 'failed', problem = 'addressRefused'")).toEqual({
      ...{ toName, problem: 'máy chủ thư không nhận địa chỉ này', nextAt: null },
    });
    expect(await stands("state = 'withdrawn', problem = 'leftOffice'")).toBeNull();
    expect(await stands("state = 'sent', sent_at = '2026-12-08T02:06:00Z', problem = null")).toBeNull();
  });

  it('[GV151] that wait for the morning are not sent to who has left the office meanwhile, and the overview says so', async () => {
    const post = await startMailPost();
    await address(HEAD, PEOPLE.associationHead);
    await ordered(commune, { dueOn: day('2026-12-10') });
    await remindAt('2026-12-07T17:05:00Z');
    expect(await notGone()).toEqual({
      ...{ toName: PEOPLE.associationHead, problem: null, nextAt: '2026-12-08T00:00:00.000Z' },
    });
    await headLeaves(commune, { on: '2026-12-08' });
    commune.clock.moveTo('2026-12-08T01:00:00Z');
    expect(await deliverNext(commune, post)).toBe(true);
    expect(post.taken).toEqual([]);
    expect(await notGone()).toEqual({
      ...{ toName: PEOPLE.associationHead, problem: 'người nhận đã thôi giữ chức vụ', nextAt: null },
    });
    await post.close();
  });
});
