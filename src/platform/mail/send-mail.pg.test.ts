import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Id } from '../../kernel/ids.ts';
import { runCommand } from '../command.ts';
import { type TestDatabase, testDatabase } from '../testing/database.ts';
import { testCaller, testPlatform } from '../testing/platform.ts';
import type { NewMail } from './mail.ts';
import { openMailServer } from './mail-server.ts';
import { lastToSeats, mailStandings, queueMail, withdrawMails } from './queue-mail.ts';
import { type MailSender, sendNextMail } from './send-mail.ts';
import { type MailPost, startMailPost } from './testing/mail-post.ts';
import { queueSample, standingOf } from './testing/queue-sample.ts';
import { sampleSender } from './testing/sample-mail.ts';

const COMMUNE = '0192f0c8-0000-7000-8000-0000000000c1' as Id;
const OTHER = '0192f0c8-0000-7000-8000-0000000000c2' as Id;
const caller = testCaller({ communeIds: [COMMUNE] });

let database: TestDatabase;
let parts: ReturnType<typeof testPlatform>;
let post: MailPost;

beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  parts = testPlatform(database.app);
  await database.owner.query('delete from platform.mail');
  post = await startMailPost();
});
afterEach(() => post.close());
afterAll(() => database.close());

const senderTo = (port: number, more: Partial<MailSender> = {}): MailSender => ({
  ...sampleSender(parts.platform, port),
  ...more,
});

const PLACE = { caller, communeId: COMMUNE };
const queue = (mail: Partial<NewMail> = {}) => queueSample(parts, PLACE, mail);
const standing = (id: Id) => standingOf(database, PLACE, id);

describe('a mail', () => {
  test('goes once, with its Vietnamese subject encoded and its text whole', async () => {
    const id = await queue();
    const sender = senderTo(post.port);
    expect([await sendNextMail(sender), await sendNextMail(sender)]).toEqual([true, false]);
    expect(await standing(id)).toMatchObject({ state: 'sent', attempts: 1, problem: null });
    const [mail = ''] = post.taken;
    expect(mail).toContain(`Message-ID: <${id}@xa.vn>`);
    expect(mail).toMatch(/^Subject: =\?UTF-8\?/m);
    expect(mail).toMatch(/^To: =\?UTF-8\?.+ <mai@xa\.vn>/m);
    expect(mail).toMatch(/^Date: Tue, 03 Nov 2026/m);
  });

  test('rolled back with its command it never was; another commune does not see it', async () => {
    await expect(
      runCommand(parts.platform, { name: 'sample.invite', caller }, async (context) => {
        await queueMail(context, {
          ...{ communeId: COMMUNE, kind: 'sample', toSeat: null, toName: 'A' },
          toAddress: 'a@b.vn',
          subject: 'B',
          text: 'C',
          dueAt: parts.clock.now(),
        });
        throw new Error('cut off');
      }),
    ).rejects.toThrow('cut off');
    expect(await sendNextMail(senderTo(post.port))).toBe(false);
    const id = await queue();
    const scope = { communeIds: [OTHER], officeIds: [], system: false };
    const seen = await database.app.read(scope, (tx) => mailStandings(tx, COMMUNE, [id]));
    expect(seen.size).toBe(0);
  });

  test.each([
    { subject: 'Giấy mời\r\nBcc: x@y.vn' },
    { toName: 'Mai\nBcc: x@y.vn' },
    { toAddress: 'mai@xa.vn, ha@xa.vn' },
    { toAddress: 'mai@xa.vn\r\nRCPT TO:<x@y.vn>' },
    { text: 'a\u0000b' },
  ])('is not queued with %j', async (mail) => {
    await expect(queue(mail)).rejects.toThrow(/control characters|plain address/);
  });

  test('waits while the server is down, says why, and goes when it is back', async () => {
    const id = await queue();
    const { port } = post;
    await post.close();
    expect(await sendNextMail(senderTo(port))).toBe(true);
    expect(await standing(id)).toMatchObject({
      state: 'waiting',
      problem: 'serverUnreachable',
      dueAt: new Date('2026-11-03T02:01:00Z'),
    });
    post = await startMailPost({ port });
    expect(await sendNextMail(senderTo(port))).toBe(false);
    parts.clock.moveTo('2026-11-03T02:01:00Z');
    expect(await sendNextMail(senderTo(port))).toBe(true);
    expect(await standing(id)).toMatchObject({ state: 'sent', attempts: 2, problem: null });
    expect(post.taken).toHaveLength(1);
  });

  test('an address that the server refuses is given up at once; a busy server is asked again, at last no more', async () => {
    const refused = await queue();
    post.mood = 'refusesAddress';
    await sendNextMail(senderTo(post.port));
    expect(await standing(refused)).toMatchObject({ state: 'failed', problem: 'addressRefused' });
    const busy = await queue();
    post.mood = 'busy';
    const delays: number[] = [];
    for (let before = await standing(busy); before?.state === 'waiting'; before = await standing(busy)) {
      parts.clock.moveTo(before.dueAt.toISOString());
      await sendNextMail(senderTo(post.port, { quietHours: async () => ({ fromHour: 0, untilHour: 0 }) }));
      const after = await standing(busy);
      if (after?.state === 'waiting') delays.push((+after.dueAt - +before.dueAt) / 60_000);
    }
    expect(delays).toEqual([1, 5, 15, 60, 180, 360, 720, 1440]);
    expect(await standing(busy)).toMatchObject({ state: 'failed', problem: 'serverBusy', attempts: 9 });
  });

  test('whose connection broke at its end is sent again under the same Message-ID', async () => {
    const id = await queue();
    post.mood = 'hangsUpAtTheEnd';
    await sendNextMail(senderTo(post.port));
    expect(await standing(id)).toMatchObject({ state: 'waiting', problem: 'resultUnknown' });
    post.mood = 'takes';
    parts.clock.moveTo('2026-11-03T02:01:00Z');
    await sendNextMail(senderTo(post.port));
    const ids = post.taken.map((mail) => /^Message-ID: (.+)$/m.exec(mail)?.[1]?.trim());
    expect(ids).toEqual([`<${id}@xa.vn>`, `<${id}@xa.vn>`]);
  });

  test('[GV42] due in quiet hours it waits until they are over, also when it was queued before', async () => {
    const id = await queue();
    parts.clock.moveTo('2026-11-03T14:00:00Z');
    expect(await sendNextMail(senderTo(post.port))).toBe(false);
    parts.clock.moveTo('2026-11-03T23:59:59Z');
    expect(await sendNextMail(senderTo(post.port))).toBe(false);
    parts.clock.moveTo('2026-11-04T00:00:00Z');
    expect(await sendNextMail(senderTo(post.port))).toBe(true);
    expect(await standing(id)).toMatchObject({ state: 'sent' });
  });

  test('taken back before it went it never goes; one that went stays sent', async () => {
    const [first, second] = [await queue(), await queue()];
    await sendNextMail(senderTo(post.port));
    await database.app.write(caller.scope, (tx) => withdrawMails(tx, COMMUNE, [first, second]));
    expect([(await standing(first))?.state, (await standing(second))?.state].sort()).toEqual([
      'sent',
      'withdrawn',
    ]);
    expect(await sendNextMail(senderTo(post.port))).toBe(false);
  });

  test('two processes send each mail once; a run that died leaves its mail to another after its lease', async () => {
    await Promise.all([queue(), queue(), queue()]);
    await Promise.all(Array.from({ length: 6 }, () => sendNextMail(senderTo(post.port))));
    while (await sendNextMail(senderTo(post.port)));
    expect(post.taken).toHaveLength(3);
    const died = await queue();
    await database.owner.query(
      `update platform.mail set state = 'sending', run_id = id, lease_until = '2026-11-03T02:05:00Z' where id = $1`,
      [died],
    );
    expect(await sendNextMail(senderTo(post.port))).toBe(false);
    parts.clock.moveTo('2026-11-03T02:05:01Z');
    expect(await sendNextMail(senderTo(post.port))).toBe(true);
    expect(await standing(died)).toMatchObject({ state: 'sent' });
  });

  test('takes the words and files that its module gives it; without them it waits, and why is told for the log', async () => {
    const id = await queue();
    const broken = new Error('no paper yet');
    const contentOf = async () => {
      throw broken;
    };
    const told: unknown[] = [];
    const onDefect: MailSender['onDefect'] = (error, mail) => told.push(error, mail.id);
    await sendNextMail(senderTo(post.port, { contentOf, onDefect }));
    expect(await standing(id)).toMatchObject({ state: 'waiting', problem: 'attachmentMissing' });
    expect(told).toEqual([broken, id]);
    parts.clock.moveTo('2026-11-03T02:01:00Z');
    const file = {
      fileName: 'Giấy mời.pdf',
      mediaType: 'application/pdf',
      content: new Uint8Array([37, 80]),
    };
    await sendNextMail(
      senderTo(post.port, { contentOf: async () => ({ text: 'Made when it goes.', attachments: [file] }) }),
    );
    expect(post.taken[0]).toContain('Content-Type: application/pdf');
    expect(post.taken[0]).toContain('Made when it goes.');
  });

  test('[GV151] to the holder of an office goes only while they hold it, and says why it did not; to a person it goes', async () => {
    const toHolder = await queue({ toSeat: 'associationHead:12', toName: 'Bà Mai' });
    const toPerson = await queue();
    const asked: unknown[] = [];
    const holdsSeat: MailSender['holdsSeat'] = async (_, { toSeat, toName, communeId }) => {
      asked.push([communeId, toSeat, toName]);
      return false;
    };
    const sender = senderTo(post.port, { holdsSeat });
    expect([await sendNextMail(sender), await sendNextMail(sender)]).toEqual([true, true]);
    expect(asked).toEqual([[COMMUNE, 'associationHead:12', 'Bà Mai']]);
    expect(await standing(toHolder)).toMatchObject({ state: 'withdrawn', problem: 'leftOffice' });
    expect(await standing(toPerson)).toMatchObject({ state: 'sent' });
    const read = () => database.app.read(caller.scope, (tx) => lastToSeats(tx, COMMUNE, 'sample'));
    const last = async () => (await read()).get('associationHead:12');
    expect(await last()).toMatchObject({ toName: 'Bà Mai', state: 'withdrawn', problem: 'leftOffice' });
    parts.clock.moveTo('2026-11-03T02:01:00Z');
    await queue({ toSeat: 'associationHead:12', toName: 'Bà Hoa' });
    expect(await last()).toMatchObject({ toName: 'Bà Hoa', state: 'waiting', problem: null });
  });

  test('signs in where the server asks for it; a wrong password waits and says so', async () => {
    const account = { user: 'giaoban', password: 'mật khẩu' };
    const guarded = await startMailPost({ account });
    const from = 'giaoban@xa.vn';
    const at = (password: string) =>
      senderTo(guarded.port, {
        server: openMailServer(
          { host: '127.0.0.1', port: guarded.port, from, account: { ...account, password } },
          'Tổ',
        ),
      });
    const id = await queue();
    await sendNextMail(at('sai'));
    expect(await standing(id)).toMatchObject({ state: 'waiting', problem: 'signInRefused' });
    parts.clock.moveTo('2026-11-03T02:01:00Z');
    await sendNextMail(at(account.password));
    expect(await standing(id)).toMatchObject({ state: 'sent' });
    await guarded.close();
  });
});
