import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import { isRefusal, type Outcome, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { listStagedLoans as operation } from './contract.ts';
import { customerNames } from './db/loan-rows.ts';
import {
  type StagedPlace,
  type StagedRow,
  type StagedSlice,
  stagedPage,
  stagedTotals,
} from './db/staged-rows.ts';
import { openBatch } from './open-batch.ts';

const PAGE = 100;
const CURSOR = /^(\d{1,18})\.([0-9A-Za-z-]{1,60})$/;

/** The rows of a batch behind a number of its preview, largest first, with the totals of all pages [PF69]. */
export async function listStagedLoans(
  input: InputOf<typeof operation>,
  context: HandlerContext,
): Promise<Outcome<OutputOf<typeof operation>, 'notFound' | 'cursorInvalid'>> {
  const { tx } = context;
  const { cursor, limit = PAGE } = input;
  const opened = await openBatch(input.batchId, context);
  if (isRefusal(opened)) return opened;
  const { areas, dataDate, compared } = opened;
  const commune = areas.find((area) => area.communeCode === input.communeCode);
  if (input.communeCode !== undefined && commune === undefined) return refuse('notFound');
  const communeIds = commune === undefined ? compared.communeIds : [commune.communeId];
  const { list, programmeCode } = input;
  const slice: StagedSlice = { ...compared, communeIds, dataDate, list, programmeCode };
  const after = cursor === undefined ? undefined : readCursor(cursor);
  if (cursor !== undefined && after === undefined) return refuse('cursorInvalid');
  const found = await stagedPage(tx, slice, { after, limit: limit + 1 });
  const page = found.slice(0, limit);
  const last = found.length > limit ? page.at(-1) : undefined;
  const names = await customerNames(
    tx,
    page.filter((row) => row.customerName === null),
  );
  const nameOf = (row: StagedRow) =>
    row.customerName ??
    names.find(
      ({ communeId, customerCode }) => communeId === row.communeId && customerCode === row.customerCode,
    )?.fullName ??
    null;
  return {
    dataDate,
    comparedDate: compared.comparedDate,
    rows: page.map((row) => ({
      ...row,
      customerName: nameOf(row),
      communeName: areas.find(({ communeId }) => communeId === row.communeId)?.name ?? null,
    })),
    totals: await stagedTotals(tx, slice),
    next: last ? `${last.amountVnd < 0n ? -last.amountVnd : last.amountVnd}.${last.key}` : null,
  };
}

/** A cursor is `size.contract-customer`, made here and given back by the client; read as carefully as any input. */
function readCursor(cursor: string): StagedPlace | undefined {
  const match = CURSOR.exec(cursor);
  return match ? { sizeVnd: BigInt(match[1] ?? 0), key: match[2] ?? '' } : undefined;
}
