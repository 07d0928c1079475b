import type { BusinessDate } from '../../kernel/dates.ts';
import type { Tx } from '../../platform/db/database.ts';
import { ruleValues } from '../programmes/index.ts';
import { hourAfterSession } from './domain/meeting-hour.ts';

/** The hour of a meeting by the dated rule of its day [GV114]; null while the calendar does not say when its session ends. */
export async function planHour(
  tx: Tx,
  { heldOn, endsAt }: { readonly heldOn: BusinessDate; readonly endsAt: string | null },
): Promise<string | null> {
  const rules = await ruleValues(tx, heldOn);
  return hourAfterSession(endsAt, Number(rules.of('briefingAfterSessionMinutes').value));
}
