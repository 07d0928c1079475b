import { formatDate } from '../../kernel/dates.ts';
import { refuse } from '../../kernel/refusal.ts';
import { SYSTEM_CHAIN } from '../../platform/audit/append-audit.ts';
import { takeTurn } from '../../platform/db/take-turn.ts';
import type { Handler } from '../../platform/http/implement.ts';
import { CATALOGUE } from './catalogue-turn.ts';
import type { endProgramme as operation } from './contract.ts';
import { readProgrammes, setProgrammeEnd } from './db/catalogue.ts';
import { holderAmong } from './domain/succession.ts';

/** Ends a programme on a day, or lets it go on where nobody else holds its code since [PR6][PR8]. */
export const endProgramme: Handler<typeof operation> = async ({ programmeId, lastDay }, { tx, note }) => {
  await takeTurn(tx, CATALOGUE);
  const programmes = await readProgrammes(tx);
  const programme = programmes.find(({ id }) => id === programmeId);
  if (!programme) return refuse('notFound');
  const { code, name, validFrom } = programme;
  if (lastDay !== null && lastDay < validFrom)
    return refuse('programmeEndTooEarly', { name, validFrom: formatDate(validFrom) });
  const others = programmes.filter((other) => other.code === code && other.id !== programmeId);
  const holder = holderAmong(others, { validFrom, validTo: lastDay });
  if (holder) return refuse('programmeCodeHeld', { code, name: holder.name });
  await setProgrammeEnd(tx, { programmeId, lastDay });
  note({ communeId: SYSTEM_CHAIN, subject: { programme: code, row: programmeId, lastDay } });
  return {};
};
