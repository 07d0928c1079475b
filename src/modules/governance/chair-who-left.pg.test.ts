import { afterEach, beforeEach, expect, it } from 'vitest';
import { isRefusal } from '../../kernel/refusal.ts';
import { listInvitations } from './list-invitations.ts';
import { gatherPapers } from './papers/gather-papers.ts';
import { writePapers } from './papers/write-papers.ts';
import { recordAttendance } from './record-attendance.ts';
import { showBriefing } from './show-briefing.ts';
import { prepared, shown, type TestBriefing } from './testing/given-briefing.ts';
import { command, givenCommune, PEOPLE, question, type TestCommune } from './testing/given-commune.ts';
import { giveOffice, leavesOffice } from './testing/given-offices.ts';

const LEFT_ON = '2026-11-18';
const OFFICER = PEOPLE.creditOfficer;

let commune: TestCommune;
let within: TestBriefing;
beforeEach(async () => {
  commune = await givenCommune();
  within = await prepared(commune);
  commune.clock.moveTo(`${LEFT_ON}T02:00:00Z`);
}, 60_000);
afterEach(() => commune.database.close());

it('[GV232] who has left the office of the session team’s leader is not named as who is to chair: mail and paper say the title', async () => {
  const leader = (await shown(commune, within)).attendees.find(({ part }) => part === 'teamLeader');
  if (!leader) throw new Error('nobody leads the session team');
  const { attendeeId, fullName } = leader;
  const late = {
    attendeeId,
    fullName,
    presence: 'late',
    deputyName: null,
    note: null,
    baseVersion: 1,
  } as const;
  await command(commune, commune.as('creditOfficer'), (context) =>
    recordAttendance({ ...within, ...late }, context),
  );
  const seen = () =>
    question(commune, commune.as('officeDirector'), async (context) => {
      const page = await showBriefing(within, context);
      const letters = await listInvitations({ hasMail: true })(within, context);
      const sources = await gatherPapers(context, within, { whole: false });
      if (isRefusal(page) || isRefusal(letters) || isRefusal(sources)) throw new Error('refused');
      const papers = JSON.stringify(writePapers(sources, 'invitation', 'list'));
      const isIn = (text: string) => text.includes(OFFICER);
      const letter = letters.recipients[0]?.text ?? '';
      return [page.chairedBy, isIn(letter), isIn(papers), letter.includes('Chủ trì: Tổ trưởng Tổ giao dịch')];
    });
  expect(await seen()).toEqual([OFFICER, true, true, false]);
  await leavesOffice(commune, OFFICER, LEFT_ON);
  await giveOffice(commune, { role: 'creditOfficer', from: LEFT_ON });
  expect(await seen()).toEqual([null, false, false, true]);
});
