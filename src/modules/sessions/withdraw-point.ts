import { addDays, formatDate } from '../../kernel/dates.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Handler } from '../../platform/http/implement.ts';
import { calendarChanged } from './calendar-changed.ts';
import type { withdrawPoint as operation } from './contract.ts';
import { markPointWithdrawn, setPointEnd } from './db/points.ts';
import { findRow } from './find-row.ts';

/** Takes back what a person entered last of a point; the row that it ended goes on [SE12]. */
export const withdrawPoint: Handler<typeof operation> = async (
  { communeId, pointId },
  { tx, clock, note, emit },
) => {
  const { row, next, before } = await findRow(tx, { communeId, pointId });
  if (!row) return refuse('notFound');
  if (next) return refuse('pointRowReplaced', { point: row.name, next: formatDate(next.validFrom) });
  if (row.source === 'bank') return refuse('pointRowOfBank', { point: row.name });
  await markPointWithdrawn(tx, { communeId, pointId, at: clock.now() });
  if (before?.validTo === addDays(row.validFrom, -1))
    await setPointEnd(tx, { communeId, pointId: before.id, validTo: row.validTo });
  emit(calendarChanged(communeId));
  note({ communeId, subject: { point: row.pointCode, row: pointId, validFrom: row.validFrom } });
  return {};
};
