import { formatDate } from '../../kernel/dates.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Handler } from '../../platform/http/implement.ts';
import { calendarChanged } from './calendar-changed.ts';
import type { endPoint as operation } from './contract.ts';
import { setPointEnd } from './db/points.ts';
import { findRow } from './find-row.ts';

/** Ends a point on a day, or lets it go on; sessions after its last day are held no more [SE12]. */
export const endPoint: Handler<typeof operation> = async (
  { communeId, pointId, lastDay },
  { tx, note, emit },
) => {
  const { row, next } = await findRow(tx, { communeId, pointId });
  if (!row) return refuse('notFound');
  if (next) return refuse('pointRowReplaced', { point: row.name, next: formatDate(next.validFrom) });
  if (lastDay !== null && lastDay < row.validFrom)
    return refuse('pointEndTooEarly', { point: row.name, from: formatDate(row.validFrom) });
  await setPointEnd(tx, { communeId, pointId, validTo: lastDay });
  emit(calendarChanged(communeId));
  note({ communeId, subject: { point: row.pointCode, row: pointId, lastDay } });
  return {};
};
