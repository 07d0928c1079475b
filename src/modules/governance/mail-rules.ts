import type { BusinessDate } from '../../kernel/dates.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { MailLimits } from '../../platform/mail/mail-limits.ts';
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

/** How much mail goes and when it pauses, as the rules of a day have it [GV72]. */
export async function mailLimits(tx: Tx, today: BusinessDate): Promise<MailLimits> {
  const rules = await ruleValues(tx, today);
  return {
    perMinute: Number(rules.of('mailPerMinute').value),
    perHour: Number(rules.of('mailPerHour').value),
    pauseAfterFailures: Number(rules.of('mailPauseAfterFailures').value),
  };
}
