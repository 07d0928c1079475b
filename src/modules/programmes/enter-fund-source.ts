import { refuse } from '../../kernel/refusal.ts';
import { SYSTEM_CHAIN } from '../../platform/audit/append-audit.ts';
import { takeTurn } from '../../platform/db/take-turn.ts';
import type { Handler } from '../../platform/http/implement.ts';
import { CATALOGUE } from './catalogue-turn.ts';
import type { enterFundSource as operation } from './contract.ts';
import { insertFundSource, readFundSources } from './db/catalogue.ts';

/** Opens a fund source under a code that none has had [PR8]. */
export const enterFundSource: Handler<typeof operation> = async (input, { tx, note }) => {
  await takeTurn(tx, CATALOGUE);
  const holder = (await readFundSources(tx)).find(({ code }) => code === input.code);
  if (holder) return refuse('fundSourceCodeHeld', { code: holder.code, name: holder.name });
  await insertFundSource(tx, input);
  note({ communeId: SYSTEM_CHAIN, subject: { fundSource: input.code } });
  return {};
};
