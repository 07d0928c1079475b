import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../platform/db/database.ts';
import { readFundSources, readProgrammes } from './db/catalogue.ts';
import type { RuleScope } from './domain/rules.ts';

/** A row narrowed to a programme or a fund source that the catalogue does not have would decide nothing [PR10]. */
export async function unknownScope(
  tx: Tx,
  { scope }: { readonly scope: RuleScope },
): Promise<Refusal<'scopeUnknown'> | undefined> {
  const { programme, fundSource } = scope;
  if (programme !== undefined && !(await readProgrammes(tx)).some(({ code }) => code === programme))
    return refuse('scopeUnknown', { what: `chương trình mã ${programme}` });
  if (fundSource !== undefined && !(await readFundSources(tx)).some(({ code }) => code === fundSource))
    return refuse('scopeUnknown', { what: `nguồn vốn mã ${fundSource}` });
  return undefined;
}
