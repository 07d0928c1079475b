import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BusinessDate, day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { listPoints } from '../sessions/list-points.ts';
import { recordNotice } from '../sessions/record-notice.ts';
import { listInvitations } from './list-invitations.ts';
import { onCalendarChanged } from './on-calendar-changed.ts';
import { gatherPapers } from './papers/gather-papers.ts';
import { writePapers } from './papers/write-papers.ts';
import { printInvitations } from './print-invitations.ts';
import { tellMeetingHour } from './tell-meeting-hour.ts';
import { opened, prepared, shown, type TestBriefing } from './testing/given-briefing.ts';
import {
  command,
  givenCommune,
  PEOPLE,
  question,
  type TestCommune,
  tryCommand,
} from './testing/given-commune.ts';
import { inviting } from './testing/given-mail.ts';

let commune: TestCommune;
beforeAll(async () => {
  commune = await givenCommune();
}, 60_000);
afterAll(() => commune.database.close());

const officer = () => commune.as('creditOfficer');
const tell = (within: TestBriefing, meetsAt: string | null) =>
  tryCommand(commune, officer(), (context) => tellMeetingHour({ ...within, meetsAt }, context));
const hourOf = async (within: TestBriefing) => {
  const { meetsAt, hourToldByName } = await shown(commune, within);
  return [meetsAt, hourToldByName];
};

/** The session of a day with hours of its own; the files of the sample office tell none. */
async function giveHours(on: BusinessDate, endsAt: string | null): Promise<void> {
  const { communeId } = commune;
  const { points } = await question(commune, officer(), (context) => listPoints({ communeId }, context));
  const told = { regularOn: on, heldOn: on, startsAt: '07:30', endsAt };
  const why = { reason: 'Đổi giờ', document: 'TB 12/TB-NHCSXH (mẫu)' };
  await command(commune, officer(), (context) =>
    recordNotice({ communeId, pointId: points[0]?.id as Id, ...told, ...why }, context),
  );
  await calendarChanged();
}

const calendarChanged = () =>
  command(commune, officer(), (context) =>
    onCalendarChanged.handle({ communeId: commune.communeId }, context).then(() => ({})),
  );

async function endAt(on: BusinessDate, endsAt: string): Promise<void> {
  await commune.database.owner.query(`update sessions.notice set ends_at = $2 where regular_on = $1`, [
    on,
    endsAt,
  ]);
  await calendarChanged();
}

describe('the hour of a meeting', () => {
  it('[GV114] is the end of its session by rule, moves with it, and is not made up while the calendar does not say', async () => {
    const on = day('2026-11-23');
    const within = await prepared(commune, on);
    expect(await hourOf(within)).toEqual([null, null]);
    await giveHours(on, '10:30');
    expect(await hourOf(within)).toEqual(['10:30', null]);
    await endAt(on, '11:00');
    expect(await hourOf(within)).toEqual(['11:00', null]);
  });

  it('[GV114] told by a person it stays when the session moves, until it is left to the rule again', async () => {
    const on = day('2026-12-23');
    const within = await prepared(commune, on);
    await giveHours(on, '10:30');
    expect(await tell(within, '09:45')).toEqual({});
    await endAt(on, '11:00');
    expect(await hourOf(within)).toEqual(['09:45', PEOPLE.creditOfficer]);
    const { revision } = await shown(commune, within);
    expect(await tell(within, '09:45')).toEqual({});
    expect(await shown(commune, within)).toMatchObject({ revision });
    expect(await tell(within, null)).toEqual({});
    expect(await hourOf(within)).toEqual(['11:00', null]);
  });

  it('[GV114] [GV208] invitations tell it, those made before it changed say that they name another, and the next that it takes their place', async () => {
    const on = day('2027-01-23');
    const within = await prepared(commune, on);
    await giveHours(on, '10:30');
    const list = () =>
      question(commune, officer(), (context) => listInvitations({ hasMail: true })(within, context));
    const invited = async () => (await list()).recipients[1];
    expect((await invited())?.text).toContain('Thời gian: 10:30, Thứ Bảy 23/01/2027');
    const attendeeId = (await invited())?.attendeeId as Id;
    await command(commune, officer(), (context) =>
      printInvitations({ ...within, attendeeIds: [attendeeId] }, context),
    );
    expect((await invited())?.invitation).toMatchObject({ isOutdated: false });
    await tell(within, '13:15');
    expect((await invited())?.invitation).toMatchObject({ isOutdated: true });
    expect((await invited())?.text).toContain('Giấy mời này thay giấy mời trước (');
    const papers = await question(commune, officer(), async (context) => {
      const sources = await gatherPapers(context, within, { whole: false });
      return isRefusal(sources) ? sources : writePapers(sources, 'invitation', 'list');
    });
    expect(JSON.stringify(papers)).toContain('13 giờ 15 phút, ngày 23 tháng 01 năm 2027');
  });

  it('[GV214] an invitation keeps that the hour it names is the session’s, and the next calls it that', async () => {
    const on = day('2027-05-23');
    const within = await prepared(commune, on);
    await giveHours(on, null);
    const list = () =>
      question(commune, officer(), (context) => listInvitations({ hasMail: true })(within, context));
    const attendeeId = (await list()).recipients[1]?.attendeeId as Id;
    await command(commune, officer(), (context) =>
      printInvitations({ ...within, attendeeIds: [attendeeId] }, context),
    );
    await tell(within, '07:30');
    const [, asked] = (await list()).recipients;
    expect(asked?.invitation).toMatchObject({ isOutdated: true });
    expect(asked?.text).toContain('(Chủ Nhật 23/05/2027, ngay sau phiên giao dịch từ 07:30');
  });

  it('[GV117] whom a paper told another hour than the mail before, and than the meeting has again, is written to once more', async () => {
    const within = await prepared(commune, day('2027-03-23'));
    const desk = inviting(commune, within);
    const { attendeeId } = await desk.person(PEOPLE.associationHead);
    await desk.enter(attendeeId, 'mai@example.org');
    await tell(within, '10:00');
    await desk.send([attendeeId]);
    await commune.database.owner.query(`update platform.mail set state = 'sent', sent_at = now()`);
    await tell(within, '11:00');
    await desk.print([attendeeId]);
    await tell(within, '10:00');
    expect((await shown(commune, within)).invitedOtherwise).toMatchObject({ reached: 1 });
    expect(await desk.send([attendeeId])).toMatchObject({ queued: 1, passedOver: 0 });
    expect(await desk.send([attendeeId])).toMatchObject({ queued: 0, passedOver: 1 });
  });

  it('[GV114] two who tell it at once are both heard, the later one’s stands; begun, the meeting has the hour it has', async () => {
    const within = await prepared(commune, day('2027-02-23'));
    expect(await Promise.all([tell(within, '09:00'), tell(within, '09:30')])).toEqual([{}, {}]);
    expect(['09:00', '09:30']).toContain((await shown(commune, within)).meetsAt);
    const begun = await opened(commune, day('2027-03-23'));
    expect(await tell(begun, '09:00')).toEqual({
      refused: 'tooLateForHour',
      data: { heldOn: '23/03/2027' },
    });
  });

  it('[GV114] no hour is told of a meeting whose day is over', async () => {
    const within = await prepared(commune, day('2027-04-23'));
    commune.clock.moveTo('2027-04-24T02:00:00Z');
    expect(await tell(within, '09:00')).toEqual({
      refused: 'tooLateForHour',
      data: { heldOn: '23/04/2027' },
    });
  });
});
