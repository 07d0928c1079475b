import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { answerDifficulty } from './answer-difficulty.ts';
import { giveDifficulty } from './give-difficulty.ts';
import { listSeats } from './list-seats.ts';
import { raiseDifficulty } from './raise-difficulty.ts';
import { recordAttendance } from './record-attendance.ts';
import { opened, shown, type TestBriefing } from './testing/given-briefing.ts';
import {
  command,
  givenCommune,
  PEOPLE,
  question,
  type TestCommune,
  tryCommand,
} from './testing/given-commune.ts';
import { writeAgenda } from './write-agenda.ts';

let commune: TestCommune;
let within: TestBriefing;
beforeAll(async () => {
  commune = await givenCommune();
  within = await opened(commune);
}, 60_000);
afterAll(() => commune.database.close());

const officer = () => commune.as('creditOfficer');
const director = () => commune.as('officeDirector');

describe('two people at once', () => {
  it('[GV89] the later agenda is refused with whose it is, and stands once it was written against that one', async () => {
    const { agenda, agendaVersion } = await shown(commune, within);
    const items = agenda.map(({ itemId, kind, title, minutes }) => ({ itemId, kind, title, minutes }));
    const longer = items.map((item, i) => (i === 0 ? { ...item, minutes: 20 } : item));
    const shorter = items.slice(0, 3);
    const write = (caller: ReturnType<typeof officer>, baseVersion: number, content: typeof items) =>
      tryCommand(commune, caller, (context) =>
        writeAgenda({ ...within, baseVersion, items: content }, context),
      );
    expect(await write(officer(), agendaVersion, longer)).toEqual({});
    expect(await write(officer(), agendaVersion, longer)).toEqual({});
    expect(await write(director(), agendaVersion, shorter)).toMatchObject({
      refused: 'agendaChanged',
      data: { by: PEOPLE.creditOfficer },
    });
    const standing = await shown(commune, within);
    expect(standing).toMatchObject({
      agendaVersion: agendaVersion + 1,
      agendaWrittenByName: PEOPLE.creditOfficer,
    });
    expect(standing.agenda[0]?.minutes).toBe(20);
    expect(await write(director(), standing.agendaVersion, shorter)).toEqual({});
    expect((await shown(commune, within)).agenda).toHaveLength(3);
  });

  it('[GV90] the later word about one presence is refused with what stands', async () => {
    const [attendee] = (await shown(commune, within)).attendees;
    if (!attendee) throw new Error('nobody is asked');
    const tell = (caller: ReturnType<typeof officer>, presence: 'late' | 'absent', baseVersion: number) =>
      tryCommand(commune, caller, (context) =>
        recordAttendance(
          {
            ...within,
            attendeeId: attendee.attendeeId,
            presence,
            deputyName: null,
            note: null,
            baseVersion,
          },
          context,
        ),
      );
    expect(attendee.version).toBe(1);
    expect(await tell(officer(), 'late', 1)).toEqual({});
    expect(await tell(officer(), 'late', 1)).toEqual({});
    expect(await tell(director(), 'absent', 1)).toMatchObject({
      refused: 'attendanceChanged',
      data: { by: PEOPLE.creditOfficer, presence: 'Đến muộn' },
    });
    expect(await tell(director(), 'absent', 2)).toEqual({});
    expect((await shown(commune, within)).attendees[0]).toMatchObject({ presence: 'absent', version: 3 });
  });

  it('[GV90] two words at the same moment: one stands, the other is refused', async () => {
    const attendee = (await shown(commune, within)).attendees[1];
    if (!attendee) throw new Error('nobody is asked');
    const tell = (caller: ReturnType<typeof officer>, presence: 'late' | 'excused') =>
      tryCommand(commune, caller, (context) =>
        recordAttendance(
          {
            ...within,
            attendeeId: attendee.attendeeId,
            presence,
            deputyName: null,
            note: null,
            baseVersion: 1,
          },
          context,
        ),
      );
    const answers = await Promise.all([tell(officer(), 'late'), tell(director(), 'excused')]);
    expect(answers).toContainEqual({});
    expect(answers).toContainEqual(expect.objectContaining({ refused: 'attendanceChanged' }));
  });

  it('[GV90] a difficulty is not given away over somebody; the same word twice is said once', async () => {
    const difficultyId = nextId();
    const { communeId, briefingId } = within;
    await command(commune, officer(), (context) =>
      raiseDifficulty(
        {
          ...{ communeId, briefingId, difficultyId, about: 'matter', text: 'Chỉ tiêu nước sạch đã hết' },
          ...{ householdId: null, personId: null, contractNo: null, groupCode: null, saidBy: null },
        },
        context,
      ),
    );
    const give = (name: string, baseVersion: number, seat: string | null = null) =>
      tryCommand(commune, officer(), (context) =>
        giveDifficulty(
          { communeId, difficultyId, seat, name, dueOn: day('2026-12-05'), baseVersion },
          context,
        ),
      );
    expect(await give('Ban giảm nghèo', 1)).toEqual({});
    expect(await give('Ban giảm nghèo', 1)).toEqual({});
    expect(await give('Ban dân số', 1)).toMatchObject({
      refused: 'difficultyGiven',
      data: { name: 'Ban giảm nghèo', dueOn: '05/12/2026' },
    });
    // The same words of an office that nobody holds are not those of a body.
    const { seats } = await question(commune, officer(), (context) => listSeats({ communeId }, context));
    const vacant = seats.find(({ holderName }) => holderName === null);
    if (!vacant) throw new Error('the sample has no vacant office');
    expect(await give(vacant.title, 2)).toEqual({});
    expect(await give(vacant.title, 3, vacant.seat)).toEqual({});
    expect((await shown(commune, within)).difficulties).toContainEqual(
      expect.objectContaining({ difficultyId, givenSeat: vacant.seat }),
    );
    const answer = (text: string) =>
      tryCommand(commune, officer(), (context) =>
        answerDifficulty({ communeId, difficultyId, answer: text, contactId: null, found: null }, context),
      );
    expect(await answer('Xin bổ sung chỉ tiêu quý I')).toEqual({});
    expect(await answer('Xin bổ sung chỉ tiêu quý I')).toEqual({});
    expect(await answer('Chờ tỉnh')).toMatchObject({ refused: 'difficultyClosed' });
  });
});
