import { refuse } from '../../kernel/refusal.ts';
import { SYSTEM_CHAIN } from '../../platform/audit/append-audit.ts';
import { takeTurn } from '../../platform/db/take-turn.ts';
import type { Handler } from '../../platform/http/implement.ts';
import { CATALOGUE } from './catalogue-turn.ts';
import type { enterProgramme as operation } from './contract.ts';
import { insertProgramme, readProgrammes } from './db/catalogue.ts';
import { holderAmong } from './domain/succession.ts';

/** Opens a programme; its code may be one that a programme which has ended had before [PR6][PR8]. */
export const enterProgramme: Handler<typeof operation> = async (input, { tx, newId, note }) => {
  await takeTurn(tx, CATALOGUE);
  const sameCode = (await readProgrammes(tx)).filter(({ code }) => code === input.code);
  const holder = holderAmong(sameCode, { validFrom: input.validFrom, validTo: null });
  if (holder) return refuse('programmeCodeHeld', { code: holder.code, name: holder.name });
  const id = newId();
  await insertProgramme(tx, { ...input, id });
  note({ communeId: SYSTEM_CHAIN, subject: { programme: input.code, row: id } });
  return { id };
};
