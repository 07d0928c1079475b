import { afterAll, beforeAll, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { addConclusion } from './add-conclusion.ts';
import { cancelBriefing } from './cancel-briefing.ts';
import * as contract from './contract.ts';
import { listSeats } from './list-seats.ts';
import { recordAttendance } from './record-attendance.ts';
import { recordToldInPerson } from './record-told-in-person.ts';
import { showBriefing } from './show-briefing.ts';
import { CONCLUSION, opened, prepared, shown } from './testing/given-briefing.ts';
import { command, givenCommune, question, type TestCommune, tryCommand } from './testing/given-commune.ts';
import { inviting, WITH_MAIL } from './testing/given-mail.ts';

const CODE = '0026000';
const HELD_ON = day('2027-01-23');
const SEAT = `groupLeader:${CODE}`;

let commune: TestCommune;
beforeAll(async () => {
  commune = await givenCommune();
}, 60_000);
afterAll(() => commune.database.close());

const officer = () => commune.as('creditOfficer');

/** The bank's files have the leader of a group under a name from now on. */
const led = (name: string) =>
  commune.database.owner.query('update groups.group_record set leader_name = $1 where group_code = $2', [
    name,
    CODE,
  ]);

/** What screens send goes through the contract, which tidies a name that a file had untidied. */
it.each([
  ['two blanks', 'Bùi Văn  Vinh', '2026-11-23'],
  ['a letter that nobody sees', 'Bùi Văn Vinh\u200b', '2026-12-23'],
])(
  '[GV161] whom a file names with %s is marked present, given something and told in person as anybody is',
  async (_, name, on) => {
    await led(name);
    const within = await prepared(commune, day(on));
    const desk = inviting(commune, within);
    const { attendeeId, fullName } = await desk.person('Bùi Văn');
    const there = contract.recordAttendance.input.parse({
      ...within,
      attendeeId,
      fullName,
      presence: 'late',
    });
    expect(await tryCommand(commune, officer(), (context) => recordAttendance(there, context))).toEqual({});
    const { communeId } = commune;
    const { seats } = await question(commune, officer(), (context) => listSeats({ communeId }, context));
    const seat = seats.find((one) => one.seat === SEAT);
    const owner = { ownerSeat: SEAT, ownerName: `${seat?.holderName}, ${seat?.title}` };
    const line = { ...within, ...CONCLUSION, ...owner, dueOn: on, conclusionId: nextId() };
    const given = contract.addConclusion.input.parse(line);
    await command(commune, officer(), (context) => addConclusion(given, context));
    await desk.print([attendeeId]);
    await command(commune, officer(), (context) =>
      cancelBriefing(WITH_MAIL)({ ...within, reason: 'Bão' }, context),
    );
    for (const isTold of [true, false, true]) {
      const told = contract.recordToldInPerson.input.parse({
        ...within,
        attendeeId,
        toName: fullName,
        isTold,
      });
      expect(await tryCommand(commune, officer(), (context) => recordToldInPerson(told, context))).toEqual(
        {},
      );
      expect((await shown(commune, within)).cancelled?.leftToTell).toBe(isTold ? 0 : 1);
    }
  },
);

it('[GV165] a narrow office reads of a conclusion who holds its office now, as the bank does', async () => {
  await led('Bùi Văn Vinh');
  const within = await opened(commune, HELD_ON);
  const line = {
    ...within,
    ...CONCLUSION,
    ownerSeat: SEAT,
    ownerName: `Bùi Văn Vinh, Tổ trưởng tổ ${CODE}`,
    dueOn: HELD_ON,
  };
  await command(commune, officer(), (context) => addConclusion({ ...line, conclusionId: nextId() }, context));
  await led('Tổ Trưởng Mới');
  const another = commune.as('groupLeader', { groupCodes: ['0026001'] });
  for (const reader of [officer(), another]) {
    const { conclusions } = await question(commune, reader, (context) => showBriefing(within, context));
    expect(conclusions.map(({ ownerNow }) => ownerNow)).toEqual(['Tổ Trưởng Mới']);
  }
});
