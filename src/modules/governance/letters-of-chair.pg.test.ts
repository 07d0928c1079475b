import { afterEach, beforeEach, expect, it } from 'vitest';
import { isRefusal } from '../../kernel/refusal.ts';
import { type MailPost, startMailPost } from '../../platform/mail/testing/mail-post.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { addAttendee } from './add-attendee.ts';
import { addConclusion } from './add-conclusion.ts';
import { cancelBriefing } from './cancel-briefing.ts';
import { closeBriefing } from './close-briefing.ts';
import { openBriefing } from './open-briefing.ts';
import { attachInvitation } from './papers/attach-invitation.ts';
import { gatherPapers } from './papers/gather-papers.ts';
import { writePapers } from './papers/write-papers.ts';
import { recordAttendance } from './record-attendance.ts';
import { tellMeetingHour } from './tell-meeting-hour.ts';
import { CONCLUSION, prepared, shown, type TestBriefing } from './testing/given-briefing.ts';
import { command, givenCommune, PEOPLE, question, type TestCommune } from './testing/given-commune.ts';
import { deliverNext, inviting, WITH_MAIL } from './testing/given-mail.ts';
import { giveOffice, NEW_HEAD } from './testing/given-offices.ts';

const OFFICER = PEOPLE.creditOfficer;

let commune: TestCommune;
let post: MailPost;
let within: TestBriefing;
beforeEach(async () => {
  commune = await givenCommune();
  post = await startMailPost();
  await giveOffice(commune, { role: 'creditOfficer', from: '2026-11-01' });
  within = await preparedForTwo();
}, 60_000);
afterEach(async () => {
  await post?.close();
  await commune?.database.close();
});

const officer = () => commune.as('creditOfficer');

/** A briefing on whose list two lead the session team: the first is to chair, the next is invited. */
async function preparedForTwo(): Promise<TestBriefing> {
  const briefing = await prepared(commune);
  commune.clock.moveTo('2026-11-18T02:00:00Z');
  const next = { fullName: NEW_HEAD, part: 'teamLeader', seat: 'creditOfficer' } as const;
  await command(commune, officer(), (context) =>
    addAttendee({ ...briefing, ...next, attendeeId: nextId(), capacity: 'Cán bộ tín dụng' }, context),
  );
  return briefing;
}

/** The letters of those who lead the session team, on page and paper. */
const letters = () =>
  question(commune, commune.as('officeDirector'), async (context) => {
    const sources = await gatherPapers(context, within, { whole: false });
    if (isRefusal(sources)) throw new Error('refused');
    const papers = writePapers(sources, 'invitation', 'each').map((paper) => JSON.stringify(paper));
    const { chair, recipients } = await inviting(commune, within).list();
    return {
      chair: chair && [chair.fullName, chair.capacity],
      invited: recipients
        .filter(({ part }) => part === 'teamLeader')
        .map(({ fullName, invitation }) => [fullName, invitation?.state ?? null]),
      onPaper: [OFFICER, NEW_HEAD].filter((name) =>
        papers.some((paper) => paper.includes(`Ông (bà) ${name}`)),
      ),
      named: [
        ...new Set(papers.map((paper) => /Lê Văn Phó, dự|(?:\p{L}+ )+\(mẫu\)(?=, Tổ)/u.exec(paper)?.[0])),
      ],
    };
  });

async function say(presence: 'present' | 'excused' | 'absent' | 'deputy', deputyName: string | null = null) {
  const leader = (await shown(commune, within)).attendees.find(({ fullName }) => fullName === OFFICER);
  if (!leader) throw new Error('nobody leads the session team');
  const { attendeeId, fullName, version: baseVersion } = leader;
  await command(commune, officer(), (context) =>
    recordAttendance(
      { ...within, attendeeId, fullName, presence, deputyName, note: null, baseVersion },
      context,
    ),
  );
}

const meetAt = (meetsAt: string) =>
  command(commune, officer(), (context) => tellMeetingHour({ ...within, meetsAt }, context));
const deliverAll = async () => {
  while (await deliverNext(commune, post, { contentOf: attachInvitation }));
};
const idOf = async (name: string) => (await inviting(commune, within).person(name)).attendeeId;

it('[GV270] the letters of a meeting stay those that were made, whoever is away and chairs at it', async () => {
  await inviting(commune, within).print([await idOf(NEW_HEAD)]);
  const made = await letters();
  expect(made).toEqual({
    chair: [OFFICER, expect.any(String)],
    invited: [[NEW_HEAD, 'printed']],
    onPaper: [NEW_HEAD],
    named: [OFFICER],
  });
  commune.clock.moveTo('2026-11-23T02:00:00Z');
  await command(commune, officer(), (context) => openBriefing(within, context));
  await say('absent');
  expect((await shown(commune, within)).chairedBy).toBe(NEW_HEAD);
  expect(await letters()).toEqual(made);
  await command(commune, officer(), (context) =>
    addConclusion({ ...within, ...CONCLUSION, conclusionId: nextId() }, context),
  );
  await command(commune, officer(), (context) =>
    closeBriefing({ ...within, withoutConclusions: false }, context),
  );
  expect(await letters()).toEqual(made);
});

it('[GV271] who was invited and is to chair by now is not written to where the mail waits, and is asked to another hour where it reached them', async () => {
  const desk = inviting(commune, within);
  const attendeeId = await idOf(NEW_HEAD);
  await meetAt('10:00');
  await desk.enter(attendeeId, 'moi@xa.vn');
  await desk.send([attendeeId]);
  await say('excused');
  await deliverAll();
  expect(post.taken).toHaveLength(0);
  expect(await letters()).toMatchObject({ invited: [[OFFICER, null]], named: [NEW_HEAD] });

  await say('present');
  await desk.send([attendeeId]);
  await deliverAll();
  expect(post.taken).toHaveLength(1);
  await say('excused');
  await meetAt('11:00');
  expect((await shown(commune, within)).invitedOtherwise).toEqual({ reached: 1, takenBack: 0 });
  expect(await letters()).toMatchObject({
    chair: null,
    invited: [
      [OFFICER, null],
      [NEW_HEAD, 'sent'],
    ],
    onPaper: [OFFICER, NEW_HEAD],
  });
  expect(await desk.send([attendeeId])).toMatchObject({ queued: 1 });
  await deliverAll();
  expect(post.taken).toHaveLength(2);
  expect((await shown(commune, within)).invitedOtherwise).toEqual({ reached: 0, takenBack: 0 });
});

it('[GV271] who is to chair by now and heard that it is not held is told that it is', async () => {
  await inviting(commune, within).print([await idOf(NEW_HEAD)]);
  await command(commune, officer(), (context) =>
    cancelBriefing(WITH_MAIL)({ ...within, reason: 'Bão' }, context),
  );
  within = await prepared(commune);
  expect((await shown(commune, within)).calledOff).toMatchObject({ untold: 1 });
  await say('excused');
  expect(await letters()).toMatchObject({
    invited: [
      [OFFICER, null],
      [NEW_HEAD, null],
    ],
  });
  await inviting(commune, within).print([await idOf(NEW_HEAD)]);
  expect((await shown(commune, within)).calledOff).toBeNull();
});

it('[GV64] [GV272] who stands for who chairs is named as that, by page and paper; who is to be away asks nobody', async () => {
  await say('deputy', 'Lê Văn Phó');
  expect(await letters()).toMatchObject({
    chair: ['Lê Văn Phó', `dự thay ${OFFICER}`],
    named: ['Lê Văn Phó, dự'],
  });
  const next = (await shown(commune, within)).attendees.find(({ fullName }) => fullName === NEW_HEAD);
  await commune.database.owner.query('delete from governance.attendee where id = $1', [next?.attendeeId]);
  await say('excused');
  expect(await letters()).toMatchObject({ chair: null, invited: [], named: [undefined] });
});
