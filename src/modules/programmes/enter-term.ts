import { isRefusal, refuse } from '../../kernel/refusal.ts';
import { SYSTEM_CHAIN } from '../../platform/audit/append-audit.ts';
import { takeTurn } from '../../platform/db/take-turn.ts';
import type { Handler } from '../../platform/http/implement.ts';
import { CATALOGUE } from './catalogue-turn.ts';
import type { enterTerm as operation } from './contract.ts';
import { insertTerm, readProgrammes, readTerms } from './db/catalogue.ts';
import { newestJudgedDate } from './db/judged-dates.ts';
import { checkReach } from './domain/reach-back.ts';
import { succeed } from './domain/succession.ts';

/** Enters a new dated term of a programme [PR3][PR4][PR11][PR12]. */
export const enterTerm: Handler<typeof operation> = async (input, { tx, caller, clock, newId, note }) => {
  await takeTurn(tx, CATALOGUE);
  const programme = (await readProgrammes(tx)).find((candidate) => candidate.id === input.programmeId);
  if (!programme) return refuse('notFound');
  const content = [input.rateBpsPerYear, input.capVnd, input.capNote, input.longestTermMonths];
  if (content.every((value) => value === null)) return refuse('termEmpty');
  const before = (await readTerms(tx, programme.id)).filter((term) => term.variant === input.variant);
  const endsBefore = succeed(before, input.validFrom);
  if (isRefusal(endsBefore)) return endsBefore;
  const late = checkReach(input, await newestJudgedDate(tx));
  if (late) return late;
  const id = newId();
  await insertTerm(tx, { ...input, id, enteredBy: caller.userId, enteredAt: clock.now() }, endsBefore);
  note({ communeId: SYSTEM_CHAIN, subject: { programme: programme.code, term: id } });
  return { id };
};
