import { addDays, type BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import { listBriefings, prepareBriefing, raiseDifficulty } from '../../../modules/governance/contract.ts';
import { governanceRoutes } from '../../../modules/governance/routes.ts';
import { taskRoutes } from '../../../modules/governance/task-routes.ts';
import { groupRoutes } from '../../../modules/groups/routes.ts';
import { portfolioRoutes } from '../../../modules/portfolio/routes.ts';
import { findSessions, type SessionDay } from '../../../modules/sessions/index.ts';
import { fixedClock } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/db/database.ts';
import { NO_SCOPE } from '../../../platform/db/scope.ts';
import type { FileStore } from '../../../platform/files/index.ts';
import type { ModuleRoutes } from '../../../platform/http/implement.ts';
import { stepsOfTasks } from './answer-tasks.ts';
import { oneOf } from './chance.ts';
import { chairOf, loginOfSeat, OFFICER, type Town } from './commune-facts.ts';
import { ordersOf } from './give-orders.ts';
import { handsIn } from './hands.ts';
import { type HeldSession, prepare } from './hold-briefing.ts';
import { inOrder, momentAt, type Step } from './moments.ts';
import { writePolicyNote } from './policy-notes.ts';
import { tasksAtHand } from './tasks-at-hand.ts';
import { resolutionsOf } from './write-resolution.ts';

/** A month of a commune's past: from the day after its figures came to the day before the next come, both included. */
export type PastMonth = {
  readonly communeId: Id;
  readonly communeCode: string;
  readonly from: BusinessDate;
  readonly to: BusinessDate;
  /** How many months of the past follow; in the last one the demo begins, and what comes next is prepared. */
  readonly monthsToGo: number;
  /** Whether its figures came just now; then nothing of it has been lived through. */
  readonly isNew: boolean;
};

/** What the past is written through: every operation that the sample people use. */
export function routesOfPast(files: FileStore): readonly ModuleRoutes[] {
  return [
    governanceRoutes,
    taskRoutes(files, { hasMail: false }),
    groupRoutes,
    portfolioRoutes(findSessions),
  ];
}

/**
 * Lets a month go by in a commune of the demo: briefings prepared and held after each session, orders of the chair, the
 * committee's resolution, tasks answered, late, returned. All of it is one transaction, so that a start that is cut off finds it
 * whole or not at all; a month that is there already stays as it is.
 */
export async function liveMonth(
  database: Database,
  routes: readonly ModuleRoutes[],
  { communeId, communeCode: code, from, to, monthsToGo, isNew }: PastMonth,
): Promise<void> {
  const clock = fixedClock(momentAt(from, '07:30'));
  const scope = { ...NO_SCOPE, communeIds: [communeId], system: true };
  await database.write(scope, async (tx) => {
    const sessions = await findSessions(tx, { communeId, from, to });
    const town: Town = { communeId, code, monthsToGo, hands: handsIn(tx, clock, routes) };
    if (!isNew && (await isLived(town, from))) return;
    const steps = [
      ...stepsOfTasks(town, 'atHand', await tasksAtHand(town)),
      ...ordersOf(town, from),
      ...resolutionsOf(town, from),
      ...sessions.filter(isHeld).map((session) => prepare(town, session, from)),
      ...(monthsToGo === 0 ? [lookAhead(town, to)] : []),
    ];
    await inOrder(steps, { end: momentAt(addDays(to, 1), '00:00'), reach: (at) => clock.moveTo(at) });
  });
}

function isHeld(session: SessionDay): session is HeldSession {
  return session.heldOn !== null;
}

async function isLived({ hands, communeId }: Town, from: BusinessDate): Promise<boolean> {
  const { briefings } = await hands.act(OFFICER, listBriefings, { communeId });
  return briefings.some(({ heldOn, state }) => heldOn >= from && state === 'closed');
}

const RAISED_BEFOREHAND = [
  'Hai tổ viên xin gia hạn, chưa rõ nộp giấy trước ngày nào.',
  'Có hộ chuyển về ở với con ở xã khác, tổ chưa biết chuyển hồ sơ thế nào.',
  'Tổ trưởng cũ nghỉ, tổ xin họp bầu người thay trước phiên tới.',
] as const;

/** What stands when the demo begins: the coming briefings that may be prepared by then, and a difficulty for the next one. */
function lookAhead(town: Town, on: BusinessDate): Step {
  const { hands, communeId, code } = town;
  return {
    at: momentAt(on, '15:30'),
    run: async () => {
      const { coming } = await hands.act(OFFICER, listBriefings, { communeId });
      for (const { pointCode, heldOn } of coming.filter(({ canPrepare }) => canPrepare)) {
        const { briefingId } = await hands.act(OFFICER, prepareBriefing, { communeId, pointCode, heldOn });
        await writePolicyNote(town, { briefingId, heldOn });
      }
      const difficulty = { communeId, difficultyId: hands.newId(), about: 'matter' } as const;
      const text = oneOf(RAISED_BEFOREHAND, code);
      await hands.act(loginOfSeat('groupLeader:0026000', code) ?? chairOf(code), raiseDifficulty, {
        ...difficulty,
        text,
      });
      return [];
    },
  };
}
