import { refuse } from '../../kernel/refusal.ts';
import { SYSTEM_CHAIN } from '../../platform/audit/append-audit.ts';
import { takeTurn } from '../../platform/db/take-turn.ts';
import type { Handler } from '../../platform/http/implement.ts';
import { CATALOGUE } from './catalogue-turn.ts';
import type { changeProgramme as operation } from './contract.ts';
import { readProgrammes, setIsForStudents } from './db/catalogue.ts';

/** Says whether a programme is of students; the dates published so far keep what they were judged by [PR12][PR13]. */
export const changeProgramme: Handler<typeof operation> = async (
  { programmeId, isForStudents },
  { tx, note },
) => {
  await takeTurn(tx, CATALOGUE);
  const programme = (await readProgrammes(tx)).find(({ id }) => id === programmeId);
  if (!programme) return refuse('notFound');
  await setIsForStudents(tx, { programmeId, isForStudents });
  note({
    communeId: SYSTEM_CHAIN,
    subject: { programme: programme.code, row: programmeId, isForStudents, before: programme.isForStudents },
  });
  return {};
};
