import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { day } from '../../kernel/dates.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { enterRuleValue } from '../programmes/enter-rule-value.ts';
import { addConclusion } from './add-conclusion.ts';
import * as contract from './contract.ts';
import { listSeats } from './list-seats.ts';
import { openBriefing } from './open-briefing.ts';
import { prepareBriefing } from './prepare-briefing.ts';
import { reachAgendaItem } from './reach-agenda-item.ts';
import { recordAttendance } from './record-attendance.ts';
import { CONCLUSION, HELD_ON, opened, pointOf, prepared, shown } from './testing/given-briefing.ts';
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
beforeAll(async () => {
  commune = await givenCommune();
}, 60_000);
afterAll(() => commune.database.close());

const officer = () => commune.as('creditOfficer');

describe('preparing', () => {
  it('[GV1] is refused before ten days ahead, and on a day without a session', async () => {
    const code = await pointOf(commune);
    commune.clock.moveTo('2026-11-12T02:00:00Z');
    const tooEarly = await tryCommand(commune, officer(), (context) =>
      prepareBriefing({ communeId: commune.communeId, pointCode: code, heldOn: HELD_ON }, context),
    );
    expect(tooEarly).toEqual({
      refused: 'tooEarlyToPrepare',
      data: { heldOn: '23/11/2026', firstDay: '13/11/2026', days: 10 },
    });
    const noSession = await tryCommand(commune, officer(), (context) =>
      prepareBriefing({ communeId: commune.communeId, pointCode: code, heldOn: day('2026-11-22') }, context),
    );
    expect(noSession).toMatchObject({ refused: 'noSessionToBrief' });
  });

  it('[GV1] twice, and twice at once, gives one briefing', async () => {
    const first = await prepared(commune);
    const code = await pointOf(commune);
    const again = await Promise.all(
      [1, 2, 3].map(() =>
        command(commune, officer(), (context) =>
          prepareBriefing({ communeId: commune.communeId, pointCode: code, heldOn: HELD_ON }, context),
        ),
      ),
    );
    expect(new Set(again.map(({ briefingId }) => briefingId))).toEqual(new Set([first.briefingId]));
    const { attendees, agenda } = await shown(commune, first);
    expect(agenda).toHaveLength(7);
    expect(new Set(attendees.map(({ seat }) => seat)).size).toBe(attendees.length);
  });

  it('[GV2] [GV4] fills agenda and attendance from the commune, as the contract shapes it', async () => {
    const briefing = await shown(commune, await prepared(commune));
    expect(briefing.agenda.map(({ title }) => title)).toEqual([
      'Điểm danh',
      'Kết luận kỳ trước',
      'Số liệu theo hội, tổ',
      'Đến hạn, quá hạn',
      'Khó khăn nêu ra',
      'Chính sách, vốn mới',
      'Kết luận, giao việc',
    ]);
    expect(briefing.chairedBy).toBe(PEOPLE.creditOfficer);
    expect(briefing.missingParts).toEqual([]);
    const counts = Object.fromEntries(briefing.parts.map(({ part, asked }) => [part, asked]));
    expect(counts).toMatchObject({ teamLeader: 1, communeChair: 1, communePolice: 1 });
    expect(counts.groupLeader).toBeGreaterThan(3);
    expect(z.safeEncode(contract.showBriefing.output, briefing).success).toBe(true);
  });

  it('[GV5] who chairs is the rule of the day: from the day of another row the chair of the commune', async () => {
    await command(commune, commune.as('officeDirector', { system: true }), (context) =>
      enterRuleValue(
        {
          ...{ rule: 'briefingChair', scope: {}, value: 2n, validFrom: day('2027-06-01') },
          ...{ document: 'Quy chế phối hợp của xã', confidence: 'known', reachesBack: true },
        },
        context,
      ),
    );
    const before = await shown(commune, await prepared(commune, day('2027-05-23')));
    expect(before).toMatchObject({ chairPart: 'teamLeader', chairedBy: PEOPLE.creditOfficer });
    const after = await shown(commune, await prepared(commune, day('2027-06-23')));
    expect(after).toMatchObject({ chairPart: 'communeChair', chairedBy: PEOPLE.communeChair });
  });

  it('[GV2] people change the agenda; what was reached stays reached', async () => {
    const within = await opened(commune, day('2026-12-23'));
    const { agenda } = await shown(commune, within);
    const [first, second] = agenda;
    if (!first || !second) throw new Error('no agenda');
    const items = [second, first].map(({ itemId, kind, title, minutes }) => ({
      itemId,
      kind,
      title,
      minutes,
    }));
    const added = { itemId: nextId(), kind: 'other' as const, title: 'Bàn về Tết', minutes: 5 };
    await command(commune, officer(), (context) =>
      writeAgenda({ ...within, baseVersion: 1, items: [...items, added] }, context),
    );
    const changed = (await shown(commune, within)).agenda;
    expect(changed.map(({ title }) => title)).toEqual(['Kết luận kỳ trước', 'Điểm danh', 'Bàn về Tết']);
    expect(changed[1]?.reachedAt).toBe(first.reachedAt);
    await command(commune, officer(), (context) =>
      reachAgendaItem({ ...within, itemId: added.itemId }, context),
    );
    expect((await shown(commune, within)).agenda[2]?.reachedAt).not.toBeNull();
    const elsewhere = await opened(commune, day('2027-07-23'));
    const taken = await tryCommand(commune, officer(), (context) =>
      writeAgenda({ ...elsewhere, baseVersion: 1, items: [added] }, context),
    );
    expect(taken).toMatchObject({ refused: 'idTaken' });
    expect((await shown(commune, elsewhere)).agenda).toHaveLength(7);
  });
});

describe('holding', () => {
  it('[GV5] does not begin before its day, and begins once', async () => {
    const within = await prepared(commune);
    commune.clock.moveTo('2026-11-22T02:00:00Z');
    const early = await tryCommand(commune, officer(), (context) => openBriefing(within, context));
    expect(early).toMatchObject({ refused: 'briefingBeforeItsDay', data: { heldOn: '23/11/2026' } });
    commune.clock.moveTo('2026-11-23T01:00:00Z');
    await command(commune, officer(), (context) => openBriefing(within, context));
    const twice = await tryCommand(commune, commune.as('officeDirector'), (context) =>
      openBriefing(within, context),
    );
    expect(twice).toMatchObject({ refused: 'briefingBegun' });
    expect((await shown(commune, within)).agenda[0]?.reachedAt).toBe('2026-11-23T01:00:00.000Z');
  });

  it('[GV3] attendance is by exception; a deputy has a name', async () => {
    const within = await opened(commune);
    const { attendees } = await shown(commune, within);
    const leader = attendees.find(({ part }) => part === 'teamLeader');
    if (!leader) throw new Error('no team leader');
    const told = { ...within, attendeeId: leader.attendeeId, note: null, baseVersion: 1 };
    const nameless = await tryCommand(commune, officer(), (context) =>
      recordAttendance({ ...told, presence: 'deputy', deputyName: null }, context),
    );
    expect(nameless).toMatchObject({ refused: 'deputyNameMissing' });
    await command(commune, officer(), (context) =>
      recordAttendance({ ...told, presence: 'absent', deputyName: null }, context),
    );
    expect((await shown(commune, within)).missingParts).toEqual(['teamLeader']);
    await command(commune, officer(), (context) =>
      recordAttendance(
        { ...told, presence: 'deputy', deputyName: PEOPLE.officeDirector, baseVersion: 2 },
        context,
      ),
    );
    const after = await shown(commune, within);
    expect(after.missingParts).toEqual([]);
    expect(after.chairedBy).toBe(PEOPLE.officeDirector);
  });

  it('[GV12] a conclusion is given to an office by whoever holds it today', async () => {
    const within = await opened(commune);
    const { seats } = await question(commune, officer(), (context) =>
      listSeats({ communeId: commune.communeId }, context),
    );
    expect(seats.find(({ seat }) => seat === 'associationHead:12')?.holderName).toBe(PEOPLE.associationHead);
    const given = { ...within, ...CONCLUSION, ownerSeat: 'associationHead:12' };
    const add = (ownerName: string, ownerSeat = 'associationHead:12') =>
      tryCommand(commune, officer(), (context) =>
        addConclusion({ ...given, ownerSeat, ownerName, conclusionId: nextId() }, context),
      );
    expect(await add('Phạm Thị Cũ (mẫu), Hội Liên hiệp Phụ nữ')).toEqual({
      refused: 'ownerLeft',
      data: {
        name: 'Phạm Thị Cũ (mẫu), Hội Liên hiệp Phụ nữ',
        title: 'Hội Liên hiệp Phụ nữ',
        holder: PEOPLE.associationHead,
      },
    });
    expect(await add('Ai đó', 'associationHead:77')).toMatchObject({ refused: 'seatUnknown' });
    expect(await add(`${PEOPLE.associationHead}, Hội Liên hiệp Phụ nữ`)).toEqual({ version: 1 });
  });

  it('[GV6] a day before the briefing is refused; sent twice a line is written once', async () => {
    const within = await opened(commune);
    const conclusionId = nextId();
    const line = { ...within, ...CONCLUSION, conclusionId };
    const past = await tryCommand(commune, officer(), (context) =>
      addConclusion({ ...line, dueOn: day('2026-11-22') }, context),
    );
    expect(past).toMatchObject({ refused: 'dueBeforeBriefing' });
    const before = (await shown(commune, within)).conclusions.length;
    for (let i = 0; i < 2; i++) await command(commune, officer(), (context) => addConclusion(line, context));
    expect((await shown(commune, within)).conclusions).toHaveLength(before + 1);
    const other = await tryCommand(commune, officer(), (context) =>
      addConclusion({ ...line, text: 'Một việc khác' }, context),
    );
    expect(other).toMatchObject({ refused: 'idTaken' });
  });
});
