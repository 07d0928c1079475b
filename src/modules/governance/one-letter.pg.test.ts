import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { isRefusal } from '../../kernel/refusal.ts';
import { type MailPost, startMailPost } from '../../platform/mail/testing/mail-post.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { addAttendee } from './add-attendee.ts';
import { handOverInvitation } from './hand-over-invitation.ts';
import { attachInvitation } from './papers/attach-invitation.ts';
import { gatherPapers } from './papers/gather-papers.ts';
import { listPapers } from './papers/list-papers.ts';
import { writePapers } from './papers/write-papers.ts';
import { prepared, type TestBriefing } from './testing/given-briefing.ts';
import { command, givenCommune, PEOPLE, question, type TestCommune } from './testing/given-commune.ts';
import { deliverNext, inviting, nobodyInvited } from './testing/given-mail.ts';
import { headsVillageToo, VILLAGE } from './testing/given-two-offices.ts';
import { paperOf, wordsOf } from './testing/mail-words.ts';
import { textOf } from './testing/read-papers.ts';

const MAI = PEOPLE.associationHead;
const BOTH = 'Hội Liên hiệp Phụ nữ, Trưởng thôn Ngọc Lãng';
const HEAD = 'associationHead:12';

let commune: TestCommune;
let post: MailPost;
let within: TestBriefing;
let desk: ReturnType<typeof inviting>;
beforeAll(async () => {
  commune = await givenCommune();
  await headsVillageToo(commune, { from: '2026-11-01' });
  post = await startMailPost();
  within = await prepared(commune);
  desk = inviting(commune, within);
}, 60_000);
afterAll(async () => {
  await post?.close();
  await commune?.database.close();
});
beforeEach(() => nobodyInvited(commune, post));

const officer = () => commune.as('creditOfficer');
const query = (text: string, values: readonly unknown[] = []) =>
  commune.database.owner.query(text, [...values]);
const rowsNamed = async (name: string) =>
  (await desk.list()).recipients.filter(({ fullName }) => fullName.startsWith(name));
const papers = () =>
  question(commune, officer(), async (context) => {
    const sources = await gatherPapers(context, within);
    const listed = await listPapers(within, context);
    if (isRefusal(sources) || isRefusal(listed)) throw new Error('no papers');
    const [list] = writePapers(sources, 'invitation', 'list');
    return {
      each: writePapers(sources, 'invitation', 'each').map(textOf),
      list: textOf(list),
      copies: listed.papers.find(({ kind }) => kind === 'invitation')?.copies,
    };
  });

it('[GV219] who holds two offices of the list is one row and gets one mail with one paper, which name both', async () => {
  const [mai, ...others] = await rowsNamed(MAI);
  expect(others).toEqual([]);
  expect(mai).toMatchObject({ capacity: BOTH, invitation: null });
  expect(mai?.text).toContain(`Kính gửi: ${MAI}, ${BOTH}\n`);
  const id = mai?.attendeeId ?? nextId();
  await desk.enter(id, 'mai@xa.vn');
  expect(await desk.send([id])).toMatchObject({ queued: 1, passedOver: 0 });
  expect(await desk.send([id])).toMatchObject({ queued: 0, passedOver: 1 });
  await deliverNext(commune, post, { contentOf: attachInvitation });
  expect(await deliverNext(commune, post)).toBe(false);
  expect(wordsOf(post.taken[0])).toContain(`Kính gửi: ${MAI}, ${BOTH}\r\n`);
  expect(paperOf(post.taken[0])).toContain(`Ông (bà) ${MAI}, ${BOTH}`);
  expect((await rowsNamed(MAI))[0]?.invitation).toMatchObject({ state: 'sent', isOutdated: false });
});

it('[GV219] on paper it is one sheet that is handed over once, and one line of the list that all sign', async () => {
  const { recipients } = await desk.list();
  const { each, list, copies } = await papers();
  expect([each.length, copies]).toEqual([recipients.length, recipients.length]);
  expect(each.filter((letter) => letter.includes(MAI))).toEqual([expect.stringContaining(`${MAI}, ${BOTH}`)]);
  expect(list.split(MAI)).toHaveLength(2);
  expect(list).toContain(`${MAI} ${BOTH}`);
  const { attendeeId } = await desk.person(MAI);
  expect(await desk.print([attendeeId])).toEqual({ printed: 1 });
  expect(await desk.print([attendeeId])).toEqual({ printed: 0 });
  const handed = { handedOn: commune.clock.today(), handedByName: 'Võ Thanh Hà' };
  await command(commune, officer(), (context) =>
    handOverInvitation({ ...within, attendeeId, ...handed }, context),
  );
  const { rows } = await query('select handed_by_name, letter_id from governance.invitation');
  expect(rows.map(({ handed_by_name: by }) => by)).toEqual(['Võ Thanh Hà', 'Võ Thanh Hà']);
  expect(new Set(rows.map(({ letter_id: letter }) => letter)).size).toBe(1);
  expect((await rowsNamed(MAI))[0]?.invitation).toMatchObject({ state: 'handed' });
});

it('[GV219] a guest, another account and another of one name in an office are not the same person by their name', async () => {
  const guest = { fullName: MAI, part: 'other' as const, capacity: 'Trạm y tế', seat: null };
  const guestId = nextId();
  await command(commune, officer(), (context) =>
    addAttendee({ ...within, ...guest, attendeeId: guestId }, context),
  );
  expect((await rowsNamed(MAI)).map(({ capacity }) => capacity)).toEqual([BOTH, 'Trạm y tế']);
  const namesake = nextId();
  await query(
    `insert into identity.user_account (id, full_name, folded_name, login, folded_login, created_at)
     values ($1, $2, lower($2), 'trung', 'trung', '2024-01-01')`,
    [namesake, MAI],
  );
  const hold = `insert into identity.assignment (id, user_id, role, commune_id, association_code, village_code, valid_from)
                values ($1, $2, $3, $4, $5, $6, '2026-11-01')`;
  await query(hold, [nextId(), namesake, 'villageHead', commune.communeId, null, '54010102']);
  expect((await rowsNamed(MAI)).map(({ capacity }) => capacity)).toEqual([
    ...[BOTH, 'Trưởng thôn Ngọc Phước 1', 'Trạm y tế'],
  ]);
  // Two of one name hold the union: which of them the list means nobody can say.
  await query(hold, [nextId(), namesake, 'associationHead', commune.communeId, '12', null]);
  expect(await rowsNamed(MAI)).toHaveLength(4);
  await query('delete from identity.assignment where user_id = $1', [namesake]);
  await query('delete from governance.attendee where id = $1', [guestId]);
});

it('[GV219] who chairs gets no letter under another office either', async () => {
  const assignmentId = nextId();
  await query(
    `insert into identity.assignment (id, user_id, role, commune_id, village_code, valid_from)
     select $1, id, 'villageHead', $2, '54010102', '2026-11-01' from identity.user_account where full_name = $3`,
    [assignmentId, commune.communeId, PEOPLE.creditOfficer],
  );
  expect(await rowsNamed(PEOPLE.creditOfficer)).toEqual([]);
  expect((await papers()).list).not.toContain('Trưởng thôn Ngọc Phước 1');
  await query('delete from identity.assignment where id = $1', [assignmentId]);
  expect((await papers()).list).toContain('Trưởng thôn Ngọc Phước 1');
});

it('[GV219] a meeting that had begun or ended before stays with a letter for each office', async () => {
  const invites = (persons: boolean) =>
    query('update governance.briefing set invites_persons = $1 where id = $2', [persons, within.briefingId]);
  await invites(false);
  expect((await rowsNamed(MAI)).map(({ capacity }) => capacity)).toEqual(BOTH.split(', '));
  expect((await papers()).each.filter((letter) => letter.includes(MAI))).toHaveLength(2);
  await invites(true);
});

it('[GV220] an address is the person’s under every office; of two that were entered the later is used, the other is told', async () => {
  const [first, second] = [HEAD, `villageHead:${VILLAGE}`];
  const known = (seat: string, address: string, at: string) =>
    query(
      `insert into governance.mail_address (commune_id, id, seat, full_name, address, entered_at) values ($1, $2, $3, $4, $5, $6)`,
      [commune.communeId, nextId(), seat, MAI, address, at],
    );
  await known(second, 'Mai@xa.vn', '2026-10-02');
  expect(await desk.person(MAI)).toMatchObject({ address: 'Mai@xa.vn', unusedAddresses: [] });
  await known(first, 'mai@xa.vn', '2026-10-01');
  // The same in other letters is no other.
  expect(await desk.person(MAI)).toMatchObject({ address: 'Mai@xa.vn', unusedAddresses: [] });
  await query('delete from governance.mail_address where seat = $1', [second]);
  await known(second, 'thon@xa.vn', '2026-10-03');
  const mai = await desk.person(MAI);
  expect(mai).toMatchObject({ address: 'thon@xa.vn', unusedAddresses: ['mai@xa.vn'] });
  await desk.enter(mai.attendeeId, 'moi@xa.vn');
  expect(await desk.person(MAI)).toMatchObject({ address: 'moi@xa.vn', unusedAddresses: [] });
  const { rows } = await query('select seat, address from governance.mail_address order by seat');
  expect(rows).toEqual([first, second].map((seat) => ({ seat, address: 'moi@xa.vn' })));
  await desk.enter(mai.attendeeId, null);
  expect((await query('select 1 from governance.mail_address')).rows).toEqual([]);
});
