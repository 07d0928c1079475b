import { afterAll, beforeAll, expect, test } from 'vitest';
import { day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { listInvitations } from './list-invitations.ts';
import { gatherPapers } from './papers/gather-papers.ts';
import { writePapers } from './papers/write-papers.ts';
import { printInvitations } from './print-invitations.ts';
import { sendInvitations } from './send-invitations.ts';
import { tellMeetingHour } from './tell-meeting-hour.ts';
import { prepared, shown, type TestBriefing } from './testing/given-briefing.ts';
import { command, givenCommune, PEOPLE, question, type TestCommune } from './testing/given-commune.ts';
import { writeMailAddress } from './write-mail-address.ts';

const WITH_MAIL = { hasMail: true };

let commune: TestCommune;
beforeAll(async () => {
  commune = await givenCommune();
}, 60_000);
afterAll(() => commune.database.close());

const officer = () => commune.as('creditOfficer');
const list = (within: TestBriefing) =>
  question(commune, officer(), (context) => listInvitations(WITH_MAIL)(within, context));
const letByRule = (value: 1 | 2) =>
  commune.database.owner.query(`update programmes.rule_value set value = $1 where rule = 'briefingChair'`, [
    value,
  ]);
/** How many the paper's list asks. */
const onPaper = (within: TestBriefing) =>
  question(commune, officer(), async (context) => {
    const sources = await gatherPapers(context, within, { whole: false });
    return isRefusal(sources) ? sources : writePapers(sources, 'invitation', 'each').length;
  });

test.each([
  [1, PEOPLE.creditOfficer, PEOPLE.communeChair, '2026-11-23'],
  [2, PEOPLE.communeChair, PEOPLE.creditOfficer, '2026-12-23'],
] as const)(
  '[GV64] rule %s: %s chairs and gets no letter, %s does; screen and paper count the same',
  async (rule, chairs, asked, on) => {
    await letByRule(rule);
    const within = await prepared(commune, day(on));
    const { recipients, chair } = await list(within);
    const names = recipients.map(({ fullName }) => fullName);
    expect([names.includes(chairs), names.includes(asked)]).toEqual([false, true]);
    expect(chair).toMatchObject({ fullName: chairs });
    expect(await onPaper(within)).toBe(recipients.length);

    const { attendees } = await shown(commune, within);
    expect(attendees).toHaveLength(recipients.length + 1);
    const idOf = (name: string) => attendees.find(({ fullName }) => fullName === name)?.attendeeId as Id;
    const attendeeIds = [idOf(chairs), idOf(asked)];
    for (const [at, attendeeId] of attendeeIds.entries())
      await command(commune, officer(), (context) =>
        writeMailAddress({ ...within, attendeeId, address: `nguoi${at}@xa.vn` }, context),
      );
    const sent = await command(commune, officer(), (context) =>
      sendInvitations(WITH_MAIL)({ ...within, attendeeIds, again: true }, context),
    );
    expect(sent).toMatchObject({ queued: 1 });
    const printed = await command(commune, officer(), (context) =>
      printInvitations({ ...within, attendeeIds }, context),
    );
    expect(printed).toEqual({ printed: 1 });
  },
);

test('[GV117] the briefing says how many were invited to another hour, day or place, until they are invited again', async () => {
  await letByRule(1);
  const within = await prepared(commune, day('2027-01-23'));
  commune.clock.moveTo('2027-01-18T02:00:00Z');
  const counted = async () => (await shown(commune, within)).invitedOtherwise;
  const [onPaper, byMail, nobody] = (await list(within)).recipients.map(({ attendeeId }) => attendeeId);
  if (!onPaper || !byMail || !nobody) throw new Error('nobody is invited');
  const print = () =>
    command(commune, officer(), (context) =>
      printInvitations({ ...within, attendeeIds: [onPaper] }, context),
    );
  const send = () =>
    command(commune, officer(), (context) =>
      sendInvitations(WITH_MAIL)({ ...within, attendeeIds: [byMail], again: false }, context),
    );
  const meetAt = (meetsAt: string) =>
    command(commune, officer(), (context) => tellMeetingHour({ ...within, meetsAt }, context));
  await command(commune, officer(), (context) =>
    writeMailAddress({ ...within, attendeeId: byMail, address: 'thu@xa.vn' }, context),
  );
  await print();
  await send();
  expect(await counted()).toEqual({ reached: 0, takenBack: 0 });
  await meetAt('10:45');
  expect(await counted()).toEqual({ reached: 1, takenBack: 1 });
  await print();
  await send();
  expect(await counted()).toEqual({ reached: 0, takenBack: 0 });
  await commune.database.owner.query(`update platform.mail set state = 'sent', sent_at = now()`);
  await commune.database.owner.query(`update governance.briefing set held_on = '2027-01-24' where id = $1`, [
    within.briefingId,
  ]);
  expect(await counted()).toEqual({ reached: 2, takenBack: 0 });
  commune.clock.moveTo('2027-01-26T02:00:00Z');
  expect(await counted()).toBeNull();
});
