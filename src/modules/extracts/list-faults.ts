import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import { type Outcome, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { listFaults as operation } from './contract.ts';
import { selectBatch } from './db/batches.ts';
import { selectFaults } from './db/faults.ts';
import { FAULTS, type Fault } from './domain/faults.ts';

const PAGE = 200;

/** A page of the rows behind one count; without a kind, exactly the rows that the count adds up. */
export async function listFaults(
  { batchId, code, kind, after }: InputOf<typeof operation>,
  { tx }: HandlerContext,
): Promise<Outcome<OutputOf<typeof operation>, 'notFound'>> {
  const batch = await selectBatch(tx, batchId);
  if (!batch) return refuse('notFound');
  const counted = Object.entries((FAULTS[code] as Fault).kinds).filter(([, one]) => one.isCounted);
  const kinds = kind === undefined ? counted.map(([name]) => name) : [kind];
  const rows = await selectFaults(tx, batch, { code, kinds, after, most: PAGE + 1 });
  const shown = rows.slice(0, PAGE);
  return {
    rows: shown.map(({ code: _, ...row }) => row),
    next: rows.length > PAGE ? (shown.at(-1)?.number ?? null) : null,
  };
}
