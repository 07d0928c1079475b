import { afterEach, beforeEach, expect, it } from 'vitest';
import { isRefusal } from '../../kernel/refusal.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { addAttendee } from './add-attendee.ts';
import { cancelBriefing } from './cancel-briefing.ts';
import { listInvitations } from './list-invitations.ts';
import { gatherPapers } from './papers/gather-papers.ts';
import { writePapers } from './papers/write-papers.ts';
import { printInvitations } from './print-invitations.ts';
import { recordAttendance } from './record-attendance.ts';
import { showBriefing } from './show-briefing.ts';
import { prepared, shown, type TestBriefing } from './testing/given-briefing.ts';
import { command, givenCommune, PEOPLE, question, type TestCommune } from './testing/given-commune.ts';
import { giveOffice, leavesOffice, NEW_HEAD } from './testing/given-offices.ts';

const OFFICER = PEOPLE.creditOfficer;

let commune: TestCommune;
let within: TestBriefing;
beforeEach(async () => {
  commune = await givenCommune();
  within = await prepared(commune);
  commune.clock.moveTo('2026-11-18T02:00:00Z');
  // An office has several officers: the next of them is on the list too.
  await giveOffice(commune, { role: 'creditOfficer', from: '2026-11-01' });
  const next = {
    attendeeId: nextId(),
    fullName: NEW_HEAD,
    part: 'teamLeader',
    seat: 'creditOfficer',
  } as const;
  await command(commune, commune.as('creditOfficer'), (context) =>
    addAttendee({ ...within, ...next, capacity: 'Cán bộ tín dụng' }, context),
  );
}, 60_000);
afterEach(() => commune.database.close());

/** Who is named to chair on the page, by mail and by those who print, and which of the officers are invited, by page and paper. */
const seen = () =>
  question(commune, commune.as('officeDirector'), async (context) => {
    const page = await showBriefing(within, context);
    const letters = await listInvitations({ hasMail: true })(within, context);
    const sources = await gatherPapers(context, within, { whole: false });
    if (isRefusal(page) || isRefusal(letters) || isRefusal(sources)) throw new Error('refused');
    const papers = writePapers(sources, 'invitation', 'each').map((paper) => JSON.stringify(paper));
    const mail = letters.recipients.find(({ part }) => part !== 'teamLeader')?.text ?? '';
    const isChair = (name: string) => [
      page.chairedBy === name,
      letters.chair?.fullName === name,
      mail.includes(name),
      papers.every((paper) => paper.includes(name)),
    ];
    const invited = letters.recipients
      .filter(({ part, leftOffice }) => part === 'teamLeader' && leftOffice === null)
      .map(({ fullName }) => fullName);
    return { chairs: [OFFICER, NEW_HEAD].map(isChair), invited };
  });

const ONE = Array(4).fill(true);
const NOT = Array(4).fill(false);

async function say(presence: 'late' | 'excused'): Promise<void> {
  const leader = (await shown(commune, within)).attendees.find(({ fullName }) => fullName === OFFICER);
  if (!leader) throw new Error('nobody leads the session team');
  const { attendeeId, fullName } = leader;
  const said = { attendeeId, fullName, presence, deputyName: null, note: null, baseVersion: 1 };
  await command(commune, commune.as('creditOfficer'), (context) =>
    recordAttendance({ ...within, ...said }, context),
  );
}

it('[GV232] [GV64] the next of the part chairs where the first has left, by page, mail and paper, and gets no letter', async () => {
  await say('late');
  expect(await seen()).toMatchObject({ chairs: [ONE, [false, false, false, false]], invited: [NEW_HEAD] });
  await leavesOffice(commune, OFFICER, '2026-11-18');
  expect(await seen()).toEqual({ chairs: [NOT, ONE], invited: [] });
});

it('[GV111] who was invited before they were to chair is told that the briefing is not held', async () => {
  const next = (await shown(commune, within)).attendees.find(({ fullName }) => fullName === NEW_HEAD);
  if (!next) throw new Error('the next is not on the list');
  await command(commune, commune.as('officeDirector'), (context) =>
    printInvitations({ ...within, attendeeIds: [next.attendeeId] }, context),
  );
  await say('excused');
  // What was printed for the next stays theirs [GV271].
  expect(await seen()).toMatchObject({ invited: [OFFICER, NEW_HEAD] });
  await command(commune, commune.as('officeDirector'), (context) =>
    cancelBriefing({ hasMail: false })({ ...within, reason: 'Bão số 13, xã hoãn họp' }, context),
  );
  const letters = await question(commune, commune.as('officeDirector'), (context) =>
    listInvitations({ hasMail: false })(within, context),
  );
  const told = letters.recipients.filter(({ cancellation }) => cancellation !== null);
  expect(told.map(({ fullName }) => fullName)).toEqual([NEW_HEAD]);
  expect(letters.chair).toBeNull();
});
