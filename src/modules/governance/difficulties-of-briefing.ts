import type { OutputOf } from '../../kernel/contract.ts';
import type { BusinessDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { showBriefing } from './contract.ts';
import { selectDaysMet } from './db/carried.ts';
import type { DifficultyRow } from './db/difficulties.ts';
import type { Within } from './db/within.ts';
import { findDifficulties } from './find-difficulties.ts';
import type { HallTexts } from './hall-texts.ts';
import { difficultyShown } from './shown.ts';
import { tasksOfDifficulties } from './tasks-of-difficulties.ts';

type Shown = OutputOf<typeof showBriefing>['difficulties'][number];

/**
 * The difficulties of a briefing that the caller reads [GV7]. Those that it left unanswered when it was closed stand as its minutes have
 * them, with what has become of them since [GV120]; those that it gave to somebody, with their task [GV125]; each with what the hall may
 * show of it.
 */
export async function difficultiesOfBriefing(
  context: Pick<HandlerContext, 'tx' | 'caller' | 'clock'>,
  within: Within,
  hall: Pick<HallTexts, 'ofDifficulty' | 'ofName'>,
): Promise<Shown[]> {
  const rows = await findDifficulties(context, within);
  const gone = rows.flatMap(({ briefingId }) =>
    briefingId === null || briefingId === within.briefingId ? [] : [briefingId],
  );
  const { communeId } = within;
  const days =
    gone.length === 0 ? new Map() : await selectDaysMet(context.tx, { communeId, briefingIds: gone });
  const tasks = await tasksOfDifficulties(context, communeId, rows);
  return rows.map((row) => {
    const shown =
      row.briefingId === within.briefingId
        ? { ...difficultyShown(row), carriedTo: null, task: tasks.get(row.id) ?? null }
        : leftOpen(row, within.briefingId, days);
    return {
      ...shown,
      hallText: hall.ofDifficulty(row),
      hallRaisedBy: hall.ofName(shown.raisedByName),
      hallGivenTo: shown.givenName === null ? null : hall.ofName(shown.givenName),
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
): Omit<Shown, 'hallText' | 'hallRaisedBy' | 'hallGivenTo'> {
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
