import { parseBusinessDate } from '../../kernel/dates.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import { SYSTEM_CHAIN } from '../../platform/audit/append-audit.ts';
import type { Handler } from '../../platform/http/implement.ts';
import type { enterRuleValue as operation } from './contract.ts';
import { insertRuleValue, readRuleValues } from './db/rule-values.ts';
import { checkLimits, checkRising } from './domain/rule-limits.ts';
import { RULES, sameScope } from './domain/rules.ts';
import { succeed } from './domain/succession.ts';

/** Enters a new dated row of a rule [PR3][PR4][PR7]. */
export const enterRuleValue: Handler<typeof operation> = async (
  input,
  { tx, caller, clock, newId, note },
) => {
  if (RULES[input.rule].unit === 'day' && !isDay(input.value)) return refuse('dayInvalid');
  const outOfRange = checkLimits(input.rule, input.value);
  if (outOfRange) return outOfRange;
  const rows = await readRuleValues(tx);
  const notRising = checkRising(rows, input);
  if (notRising) return notRising;
  const before = rows.filter((row) => row.rule === input.rule && sameScope(row.scope, input.scope));
  const endsBefore = succeed(before, input.validFrom);
  if (isRefusal(endsBefore)) return endsBefore;
  const id = newId();
  await insertRuleValue(tx, { ...input, id, enteredBy: caller.userId, enteredAt: clock.now() }, endsBefore);
  note({ communeId: SYSTEM_CHAIN, subject: { rule: input.rule, row: id } });
  return { id };
};

/** A day as YYYYMMDD. */
function isDay(value: bigint): boolean {
  const text = value.toString();
  return parseBusinessDate(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`) !== undefined;
}
