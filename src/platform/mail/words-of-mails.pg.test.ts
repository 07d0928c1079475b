import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Id } from '../../kernel/ids.ts';
import { type TestDatabase, testDatabase } from '../testing/database.ts';
import { testCaller, testPlatform } from '../testing/platform.ts';
import { withdrawMails } from './queue-mail.ts';
import { type MailSender, sendNextMail } from './send-mail.ts';
import { type MailPost, startMailPost } from './testing/mail-post.ts';
import { queueSample, standingOf } from './testing/queue-sample.ts';
import { SAMPLE_MAIL, sampleSender } from './testing/sample-mail.ts';

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
const queue = () => queueSample(parts, PLACE);
const standing = (id: Id) => standingOf(database, PLACE, id);

const wordsOf = async (id: Id) =>
  (await database.owner.query('select subject, text from platform.mail where id = $1', [id])).rows[0];
const NO_WORDS = { subject: '', text: '' };

test('[HK5] given up or taken back, it keeps no words', async () => {
  const [refused, takenBack, inHand] = [await queue(), await queue(), await queue()];
  post.mood = 'refusesAddress';
  await sendNextMail(senderTo(post.port));
  await database.app.write(caller.scope, (tx) => withdrawMails(tx, COMMUNE, [takenBack]));
  await sendNextMail(senderTo(post.port, { contentOf: async () => 'withdrawn' }));
  expect([await wordsOf(refused), await wordsOf(takenBack), await wordsOf(inHand)]).toEqual([
    ...[NO_WORDS, NO_WORDS, NO_WORDS],
  ]);
});

test('[HK5] whose connection broke at its end it keeps the words that somebody may have read, also when it is given up', async () => {
  const [givenUp, takenBack] = [await queue(), await queue()];
  const { subject } = SAMPLE_MAIL;
  post.mood = 'hangsUpAtTheEnd';
  const contentOf = async () => ({ text: 'Made when it goes.', attachments: [] });
  const sender = senderTo(post.port, {
    contentOf,
    quietHours: async () => ({ fromHour: 0, untilHour: 0 }),
  });
  await sendNextMail(sender);
  await sendNextMail(sender);
  await database.app.write(caller.scope, (tx) => withdrawMails(tx, COMMUNE, [takenBack]));
  for (let mail = await standing(givenUp); mail?.state === 'waiting'; mail = await standing(givenUp)) {
    parts.clock.moveTo(mail.dueAt.toISOString());
    await sendNextMail(sender);
  }
  expect(await standing(givenUp)).toMatchObject({ state: 'failed', problem: 'resultUnknown' });
  for (const id of [givenUp, takenBack])
    expect(await wordsOf(id)).toEqual({ subject, text: 'Made when it goes.' });
});

test('[HK5] of an attempt whose end nobody knows it keeps the words, and that it may have come, also past a later one that did not go', async () => {
  const [broken, unreached] = [await queue(), await queue()];
  const sender = (port: number) =>
    senderTo(port, { quietHours: async () => ({ fromHour: 0, untilHour: 0 }) });
  post.mood = 'hangsUpAtTheEnd';
  await sendNextMail(sender(post.port));
  post.mood = 'refusesAddress';
  await sendNextMail(sender(post.port));
  parts.clock.moveTo('2026-11-05T02:00:00Z');
  await sendNextMail(sender(post.port));
  expect(await standing(broken)).toMatchObject({
    state: 'failed',
    problem: 'addressRefused',
    mayHaveCome: true,
  });
  expect(await standing(unreached)).toMatchObject({ state: 'failed', mayHaveCome: false });
  expect(await wordsOf(broken)).not.toEqual(NO_WORDS);
});

test('[HK5] a mail that a run died with may have come', async () => {
  const id = await queue();
  await database.owner.query(
    `update platform.mail set state = 'sending', lease_until = now() - interval '1 day', run_id = $1`,
    ['0192f0c8-0000-7000-8000-0000000000d1'],
  );
  post.mood = 'refusesAddress';
  parts.clock.moveTo('2030-01-01T02:00:00Z');
  await sendNextMail(senderTo(post.port));
  expect(await standing(id)).toMatchObject({ state: 'failed', mayHaveCome: true });
});
