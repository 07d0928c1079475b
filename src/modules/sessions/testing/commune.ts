import { day } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { systemCaller } from '../../../platform/caller.ts';
import { fixedClock } from '../../../platform/clock.ts';
import { type Platform, runCommand, runQuestion } from '../../../platform/command.ts';
import type { RequestContext } from '../../../platform/http/implement.ts';
import { idsOf } from '../../../platform/ids.ts';
import { testDatabase } from '../../../platform/testing/database.ts';
import { listPoints } from '../list-points.ts';
import { listSessions } from '../list-sessions.ts';

/** A commune with two villages, and one beside it. */
export const COMMUNE = '00000000-0000-8000-8030-000000000001' as Id;
/** The commune beside it, whose people see nothing of the first. */
export const OTHER_COMMUNE = '00000000-0000-8000-8030-000000000002' as Id;

/** The scope of somebody who works in one commune. */
export const scopeOf = (communeId: Id) => ({ communeIds: [communeId], officeIds: [], system: false });

/** A point of the commune that holds its session on the 23rd, as it is entered. */
export const NEW_POINT = {
  communeId: COMMUNE,
  pointCode: 'TXN1',
  name: 'Bình Ngọc',
  fixedDay: 23,
  startsAt: '07:30',
  endsAt: '10:30',
  place: null,
  address: null,
  villageCodes: ['54010101', '54010102'],
  validFrom: day('2026-01-01'),
};

/** A database with the commune and its villages, and whoever works there. */
export async function openCommune() {
  const database = await testDatabase();
  const clock = fixedClock('2026-11-03T02:00:00Z');
  const platform: Platform = { database: database.app, clock, newId: idsOf(clock) };
  const caller = systemCaller(scopeOf(COMMUNE));
  await database.owner.query(
    `insert into registry.area (id, kind, bank_code, name, parent_id, valid_from)
     values ($1, 'commune', '540101', 'Xã Thử', null, '2000-01-01'),
            (gen_random_uuid(), 'village', '54010101', 'Thôn Một', $1, '2000-01-01'),
            (gen_random_uuid(), 'village', '54010102', 'Thôn Hai', $1, '2000-01-01')`,
    [COMMUNE],
  );
  const command = <T>(run: (context: RequestContext) => Promise<T>, as = caller) =>
    runCommand(platform, { name: 'test', caller: as }, (context) => run(context as RequestContext));
  const question = <T>(run: (context: RequestContext) => Promise<T>, as = caller) =>
    runQuestion(platform, { caller: as }, (context) => run(context as RequestContext));
  const points = async () => {
    const answer = await question((context) => listPoints({ communeId: COMMUNE }, context));
    if (isRefusal(answer)) throw new Error('refused');
    return answer.points;
  };
  const sessions = async (from: string, to: string) => {
    const answer = await question((context) =>
      listSessions({ communeId: COMMUNE, from: day(from), to: day(to) }, context),
    );
    if (isRefusal(answer)) throw new Error('refused');
    return answer.sessions;
  };
  return {
    ...{ database, platform, command, question, points, sessions },
    /** The sessions as `TXN1 2026-06-23`. */
    held: async (from: string, to: string) =>
      (await sessions(from, to)).map(({ point, heldOn }) => `${point.pointCode} ${heldOn}`),
  };
}
