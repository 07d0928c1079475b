import { afterEach, beforeEach, expect, test } from 'vitest';
import { day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { type MailPost, startMailPost } from '../../platform/mail/testing/mail-post.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { addAttendee } from './add-attendee.ts';
import { cancelBriefing } from './cancel-briefing.ts';
import { recordToldInPerson } from './record-told-in-person.ts';
import { removeAttendee } from './remove-attendee.ts';
import { prepared, shown, type TestBriefing } from './testing/given-briefing.ts';
import { command, givenCommune, PEOPLE, type TestCommune } from './testing/given-commune.ts';
import { deliverNext, inviting, WITH_MAIL } from './testing/given-mail.ts';
import { giveOffice, leavesOffice, NEW_HEAD } from './testing/given-offices.ts';

let commune: TestCommune;
let post: MailPost;
beforeEach(async () => {
  commune = await givenCommune();
  post = await startMailPost();
}, 60_000);
afterEach(async () => {
  await post?.close();
  await commune?.database.close();
});

const officer = () => commune.as('creditOfficer');
const cancel = (within: TestBriefing) =>
  command(commune, officer(), (context) => cancelBriefing(WITH_MAIL)({ ...within, reason: 'Bão' }, context));
const tell = (within: TestBriefing, { attendeeId, fullName }: { attendeeId: Id; fullName: string }) =>
  command(commune, officer(), (context) =>
    recordToldInPerson({ ...within, attendeeId, toName: fullName, isTold: true }, context),
  );
const deliverAll = async () => {
  while (await deliverNext(commune, post));
};
const calledOff = async (within: TestBriefing) => (await shown(commune, within)).calledOff;

const MAI_WHOLE = PEOPLE.associationHead;
const [MAI, TOAN, TUAN] = ['Trần Thị Mai', 'Lê Minh Toàn', 'Trần Công Tuấn'] as const;

test('[GV149] of a meeting prepared again who heard that it is not held reads that it is; who heard and who never did are counted until they are invited', async () => {
  const before = await prepared(commune, day('2026-11-23'));
  commune.clock.moveTo('2026-11-18T02:00:00Z');
  const desk = inviting(commune, before);
  expect(await calledOff(before)).toBeNull();
  const [mai, toan, tuan] = [await desk.person(MAI), await desk.person(TOAN), await desk.person(TUAN)];
  await desk.enter(mai.attendeeId, 'mai@xa.vn');
  await desk.send([mai.attendeeId]);
  await deliverAll();
  await desk.print([toan.attendeeId, tuan.attendeeId]);
  commune.clock.moveTo('2026-11-19T02:00:00Z');
  await cancel(before);
  await deliverAll();
  await tell(before, toan);
  commune.clock.moveTo('2026-11-20T02:00:00Z');
  const anew = await prepared(commune, day('2026-11-23'));
  const again = inviting(commune, anew);
  const wordsOf = async (name: string) => (await again.person(name)).text;
  expect(await wordsOf(MAI)).toContain(
    'Buổi giao ban vẫn được tổ chức. Giấy mời này thay thông báo không tổ chức gửi ngày 19/11/2026 và giấy mời trước (',
  );
  expect(await wordsOf(TOAN)).toContain('thay lời báo không tổ chức ngày 19/11/2026 và giấy mời trước');
  // Nobody has told him, so he knows of nothing that was called off.
  expect(await wordsOf(TUAN)).toContain('Giấy mời này thay giấy mời trước (');
  expect(await wordsOf(TUAN)).not.toContain('không tổ chức');
  expect(await calledOff(anew)).toEqual({ told: 2, untold: 1, untoldOf: before.briefingId });
  const there = [await again.person(MAI), await again.person(TOAN), await again.person(TUAN)];
  const [one, ...others] = there.map(({ attendeeId }) => attendeeId);
  if (one === undefined) throw new Error('nobody is asked');
  await again.send([one]);
  const { rows } = await commune.database.owner.query(
    `select subject from platform.mail where to_address = 'mai@xa.vn' order by created_at, id`,
  );
  expect(rows.at(-1).subject).toMatch(/^Vẫn tổ chức: giấy mời họp giao ban ngày 23\/11\/2026/);
  expect(await calledOff(anew)).toEqual({ told: 1, untold: 1, untoldOf: before.briefingId });
  await again.print(others);
  expect(await calledOff(anew)).toBeNull();
  // Called off once more, of a letter that said that it is held: the last counts.
  await deliverAll();
  await cancel(anew);
  await deliverAll();
  const third = await prepared(commune, day('2026-11-23'));
  expect((await inviting(commune, third).person(MAI)).text).toContain('gửi ngày 23/11/2026');
  commune.clock.moveTo('2026-11-24T02:00:00Z');
  expect(await calledOff(third)).toBeNull();
});

/** Whom a printed letter invited to November's briefing that is called off, and who was told. */
async function toldOff(name: string, before: TestBriefing): Promise<void> {
  const person = await inviting(commune, before).person(name);
  await inviting(commune, before).print([person.attendeeId]);
  await cancel(before);
  await tell(before, person);
}

test('[GV149] who was told and is not asked anew is not counted, nor taken for invited by a letter to who held the office meanwhile', async () => {
  const before = await prepared(commune, day('2026-11-23'));
  commune.clock.moveTo('2026-11-18T02:00:00Z');
  await toldOff(MAI, before);
  const anew = await prepared(commune, day('2026-11-23'));
  expect(await calledOff(anew)).toMatchObject({ told: 1, untold: 0 });

  await giveOffice(commune, { role: 'associationHead', associationCode: '12', from: '2026-11-10' });
  await leavesOffice(commune, MAI_WHOLE, '2026-11-18');
  const desk = inviting(commune, anew);
  const { attendeeId } = await desk.person(NEW_HEAD);
  // Another was told: whoever holds the office now is asked for the first time.
  expect(await calledOff(anew)).toBeNull();
  await desk.enter(attendeeId, 'moi@xa.vn');
  await desk.send([attendeeId]);
  await leavesOffice(commune, NEW_HEAD, '2026-11-18');
  await commune.database.owner.query(
    `update identity.assignment set valid_to = null
     where user_id = (select id from identity.user_account where full_name = $1)`,
    [MAI_WHOLE],
  );
  expect(await calledOff(anew)).toMatchObject({ told: 1, untold: 0 });

  const mai = await desk.person(MAI);
  await command(commune, officer(), (context) =>
    removeAttendee({ ...anew, attendeeId: mai.attendeeId, fullName: mai.fullName }, context),
  );
  expect(await calledOff(anew)).toBeNull();
});

test('[GV149] a guest is told that it is held after all by name and capacity: another of the same name is not', async () => {
  const before = await prepared(commune, day('2026-11-23'));
  commune.clock.moveTo('2026-11-18T02:00:00Z');
  const add = (within: TestBriefing, capacity: string) =>
    command(commune, officer(), (context) =>
      addAttendee(
        { ...within, attendeeId: nextId(), fullName: 'Lý Văn An', part: 'other', seat: null, capacity },
        context,
      ),
    );
  await add(before, 'Trạm y tế');
  await toldOff('Lý Văn An', before);
  const anew = await prepared(commune, day('2026-11-23'));
  await add(anew, 'Trường THCS');
  const { recipients } = await inviting(commune, anew).list();
  const read = recipients
    .filter(({ fullName }) => fullName === 'Lý Văn An')
    .map(({ capacity, text }) => [capacity, text.includes('vẫn được tổ chức')]);
  expect(read).toEqual([
    ['Trạm y tế', true],
    ['Trường THCS', false],
  ]);
});
