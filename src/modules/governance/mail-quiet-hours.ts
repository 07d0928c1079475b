import type { BusinessDate } from '../../kernel/dates.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { QuietHours } from '../../platform/mail/quiet-hours.ts';
import { ruleValues } from '../programmes/index.ts';

/** The hours in which no mail is sent, as the rule of a day has them [GV42]. */
export async function mailQuietHours(tx: Tx, today: BusinessDate): Promise<QuietHours> {
  const rules = await ruleValues(tx, today);
  return {
    fromHour: Number(rules.of('mailQuietFromHour').value),
    untilHour: Number(rules.of('mailQuietUntilHour').value),
  };
}
