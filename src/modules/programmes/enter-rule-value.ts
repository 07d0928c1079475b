import type { CodeOf, InputOf, OutputOf } from '../../kernel/contract.ts';
import { parseBusinessDate } from '../../kernel/dates.ts';
import { isRefusal, type Outcome, type Refusal, refuse } from '../../kernel/refusal.ts';
import { SYSTEM_CHAIN } from '../../platform/audit/append-audit.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { Tx } from '../../platform/db/database.ts';
import { takeTurn } from '../../platform/db/take-turn.ts';
import { CATALOGUE } from './catalogue-turn.ts';
import type { enterRuleValue as operation } from './contract.ts';
import { newestJudgedDate } from './db/judged-dates.ts';
import { insertRuleValue, readRuleValues } from './db/rule-values.ts';
import { checkNarrowing } from './domain/narrowing.ts';
import { checkReach } from './domain/reach-back.ts';
import { checkLimits, checkRising } from './domain/rule-limits.ts';
import { RULES, sameScope } from './domain/rules.ts';
import { succeed } from './domain/succession.ts';
import { unknownScope } from './unknown-scope.ts';

type Input = InputOf<typeof operation>;
type Code = CodeOf<typeof operation>;

/** Enters a new dated row of a rule [PR3][PR4][PR7][PR10][PR12]. */
export async function enterRuleValue(
  input: Input,
  { tx, caller, clock, newId, note }: HandlerContext,
): Promise<Outcome<OutputOf<typeof operation>, Code>> {
  await takeTurn(tx, CATALOGUE);
  const rows = await readRuleValues(tx);
  const before = rows.filter((row) => row.rule === input.rule && sameScope(row.scope, input.scope));
  const endsBefore = succeed(before, input.validFrom);
  const refused = checkValue(input) ?? (await unknownScope(tx, input)) ?? checkRising(rows, input);
  if (refused) return refused;
  if (isRefusal(endsBefore)) return endsBefore;
  const late = await checkLate(tx, input);
  if (late) return late;
  const id = newId();
  await insertRuleValue(tx, { ...input, id, enteredBy: caller.userId, enteredAt: clock.now() }, endsBefore);
  note({ communeId: SYSTEM_CHAIN, subject: { rule: input.rule, row: id } });
  return { id };
}

/** What the value and its scope alone tell. */
function checkValue({ rule, scope, value }: Input): Refusal<Code> | undefined {
  if (RULES[rule].unit === 'day' && !isDay(value)) return refuse('dayInvalid');
  return checkLimits(rule, value) ?? checkNarrowing(rule, scope);
}

async function checkLate(tx: Tx, input: Input): Promise<Refusal<Code> | undefined> {
  return RULES[input.rule].judges === 'today' ? undefined : checkReach(input, await newestJudgedDate(tx));
}

/** A day as YYYYMMDD. */
function isDay(value: bigint): boolean {
  const text = value.toString();
  return parseBusinessDate(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`) !== undefined;
}
