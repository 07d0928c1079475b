import type { OutputOf } from '../../kernel/contract.ts';
import type { BusinessDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { showBriefing } from './contract.ts';
import type { BriefingRow } from './db/briefings.ts';
import { selectDaysMet } from './db/carried.ts';
import type { DifficultyRow } from './db/difficulties.ts';
import { findDifficulties } from './find-difficulties.ts';
import type { HallTexts } from './hall-texts.ts';
import { ownersInMeeting } from './owners-now.ts';
import { difficultyShown } from './shown.ts';
import { tasksOfDifficulties } from './tasks-of-difficulties.ts';

type Shown = OutputOf<typeof showBriefing>['difficulties'][number];

/**
 * The difficulties of a briefing that the caller reads [GV7]. Those that it left unanswered when it was closed stand as its minutes have
 * them, with what has become of them since [GV120]; those that it gave to somebody, with who holds that office now [GV168], and
 * once it is closed with their task [GV125]; each with what the hall may show of it.
 */
export async function difficultiesOfBriefing(
  context: HandlerContext,
  { communeId, id: briefingId }: BriefingRow,
  hall: Pick<HallTexts, 'ofDifficulty' | 'ofName'>,
): Promise<Shown[]> {
  const rows = await findDifficulties(context, { communeId, briefingId });
  const gone = rows.flatMap((row) =>
    row.briefingId === null || row.briefingId === briefingId ? [] : [row.briefingId],
  );
  const days =
    gone.length === 0 ? new Map() : await selectDaysMet(context.tx, { communeId, briefingIds: gone });
  const tasks = await tasksOfDifficulties(context, communeId, rows);
  const given = rows.map(({ givenSeat: ownerSeat, givenName: ownerName }) => ({ ownerSeat, ownerName }));
  const ownerOf = await ownersInMeeting(context, communeId, given);
  return rows.map((row) => {
    const shown =
      row.briefingId === briefingId
        ? { ...difficultyShown(row), carriedTo: null, task: tasks.get(row.id) ?? null }
        : leftOpen(row, briefingId, days);
    const { givenName: ownerName } = shown;
    const { ownerNow: givenNow, inHall } = ownerOf({ ownerSeat: row.givenSeat, ownerName });
    return {
      ...shown,
      givenNow,
      hallText: hall.ofDifficulty(row),
      hallRaisedBy: hall.ofName(shown.raisedByName),
      hallGivenTo: inHall === null ? null : hall.ofName(inHall),
    };
  });
}

/** What only an answer, a giving or a dropping says. */
const UNSETTLED = {
  ...{ state: 'open' as const, answer: null, answeredByName: null, answeredAt: null },
  ...{ contactId: null, contactIsEntered: null },
  ...{ givenSeat: null, givenName: null, dueOn: null },
  ...{ droppedByName: null, droppedAt: null, dropReason: null },
};

function leftOpen(
  row: DifficultyRow,
  briefingId: Id,
  days: ReadonlyMap<Id, BusinessDate>,
): Omit<Shown, 'givenNow' | 'hallText' | 'hallRaisedBy' | 'hallGivenTo'> {
  const shown = difficultyShown(row);
  const isFirst = row.carriedFrom === briefingId;
  const metOn = row.briefingId === null ? null : (days.get(row.briefingId) ?? null);
  return {
    ...shown,
    ...UNSETTLED,
    carriedFrom: isFirst ? null : shown.carriedFrom,
    carriedSince: isFirst ? null : shown.carriedSince,
    carriedTo: { briefingId: row.briefingId, metOn, state: row.state },
    task: null,
  };
}
