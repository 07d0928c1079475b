import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import { isRefusal, type Outcome, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { listStagedLoans as operation } from './contract.ts';
import { customerNames } from './db/loan-rows.ts';
import {
  type StagedPlace,
  type StagedRow,
  type StagedSlice,
  stagedPage,
  stagedTotals,
} from './db/staged-rows.ts';
import { type OpenBatch, openBatch } from './open-batch.ts';

const PAGE = 100;
const CURSOR = /^(\d{1,18})\.([0-9A-Za-z-]{1,60})$/;

/** The rows of a batch behind a number of its preview, largest first, with the totals of all pages [PF69]. */
export async function listStagedLoans(
  input: InputOf<typeof operation>,
  context: HandlerContext,
): Promise<Outcome<OutputOf<typeof operation>, 'notFound' | 'cursorInvalid'>> {
  const { tx } = context;
  const { cursor, limit = PAGE, ...asked } = input;
  const opened = await openStagedList(asked, context);
  if (isRefusal(opened)) return opened;
  const { slice } = opened;
  const after = cursor === undefined ? undefined : readCursor(cursor);
  if (cursor !== undefined && after === undefined) return refuse('cursorInvalid');
  const found = await stagedPage(tx, slice, { after, limit: limit + 1 });
  const page = found.slice(0, limit);
  const last = found.length > limit ? page.at(-1) : undefined;
  return {
    dataDate: slice.dataDate,
    comparedDate: slice.comparedDate,
    rows: await namedStagedRows(tx, opened, page),
    totals: await stagedTotals(tx, slice),
    next: last ? `${last.amountVnd < 0n ? -last.amountVnd : last.amountVnd}.${last.key}` : null,
  };
}

/** A staged list with its batch and places. */
export type OpenStagedList = OpenBatch & { readonly slice: StagedSlice };

/** Opens the batch and the list that is asked for; a commune that the batch does not name is not found. */
export async function openStagedList(
  { batchId, list, communeCode, ...narrowed }: Omit<InputOf<typeof operation>, 'cursor' | 'limit'>,
  context: HandlerContext,
): Promise<OpenStagedList | Refusal<'notFound'>> {
  const opened = await openBatch(batchId, context);
  if (isRefusal(opened)) return opened;
  const { areas, dataDate, compared } = opened;
  const commune = areas.find((area) => area.communeCode === communeCode);
  if (communeCode !== undefined && commune === undefined) return refuse('notFound');
  const communeIds = commune === undefined ? compared.communeIds : [commune.communeId];
  return { ...opened, slice: { ...compared, ...narrowed, communeIds, dataDate, list } };
}

/** Puts the names of customers and communes to staged rows: those of the files, else those known from before. */
export async function namedStagedRows<Row extends StagedRow>(
  tx: Tx,
  { areas }: OpenStagedList,
  rows: readonly Row[],
) {
  const unnamed = rows.filter((row) => row.customerName === null);
  const known = unnamed.length === 0 ? [] : await customerNames(tx, unnamed);
  const nameOf = new Map(
    known.map(({ communeId, customerCode, fullName }) => [`${communeId} ${customerCode}`, fullName]),
  );
  const communeNames = new Map(areas.map(({ communeId, name }) => [communeId, name]));
  return rows.map((row) => ({
    ...row,
    customerName: row.customerName ?? nameOf.get(`${row.communeId} ${row.customerCode}`) ?? null,
    communeName: communeNames.get(row.communeId) ?? null,
  }));
}

/** A cursor is `size.contract-customer`, made here and given back by the client; read as carefully as any input. */
function readCursor(cursor: string): StagedPlace | undefined {
  const match = CURSOR.exec(cursor);
  return match ? { sizeVnd: BigInt(match[1] ?? 0), key: match[2] ?? '' } : undefined;
}
