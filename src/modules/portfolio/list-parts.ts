import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import { isRefusal, type Outcome, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { listParts as operation } from './contract.ts';
import { countParts, type LoanPart, type PartKind, type PartPlace, partPage } from './db/loan-parts.ts';
import { customerNames, loanTotals } from './db/loan-rows.ts';
import { villageNames } from './db/places.ts';
import { describeSlice } from './describe-slice.ts';
import { comparedOf, sliceOf } from './list-loans.ts';

type Output = OutputOf<typeof operation>;

const PAGE = 50;
const CURSOR = /^(\d{1,18})\.([0-9A-Za-z]{0,20})$/;

/** The parts of a list or slice, with the totals of all pages [PF68]. */
export async function listParts(
  input: InputOf<typeof operation>,
  context: HandlerContext,
): Promise<Outcome<Output, 'dateNotPublished' | 'cursorInvalid' | 'notAllowed'>> {
  const { tx } = context;
  const { by, cursor, limit = PAGE, ...asked } = input;
  const slice = await sliceOf(asked, context);
  if (isRefusal(slice)) return slice;
  const after = cursor === undefined ? undefined : readCursor(cursor);
  if (cursor !== undefined && after === undefined) return refuse('cursorInvalid');
  const found = await partPage(tx, slice, { by, after, limit: limit + 1 });
  const page = found.slice(0, limit);
  const last = found.length > limit ? page.at(-1) : undefined;
  return {
    dataDate: slice.dataDate,
    comparedDate: comparedOf(slice),
    about: await describeSlice(context, slice),
    rows: await namedParts(tx, by, page),
    totals: { parts: await countParts(tx, slice, by), ...(await loanTotals(tx, slice)) },
    next: last ? `${last.outstandingVnd}.${last.key}` : null,
  };
}

/** A cursor is `balance.code`, made here and given back by the client; read as carefully as any input. */
function readCursor(cursor: string): PartPlace | undefined {
  const match = CURSOR.exec(cursor);
  return match ? { outstandingVnd: BigInt(match[1] ?? 0), key: match[2] ?? '' } : undefined;
}

/** Puts names to villages and customers; other codes are named where they are shown. */
export async function namedParts(tx: Tx, by: PartKind, parts: readonly LoanPart[]): Promise<Output['rows']> {
  const codes = parts.map(({ communeId, key }) => ({ communeId, customerCode: key }));
  const customers = by === 'customer' && parts.length > 0 ? await customerNames(tx, codes) : [];
  const villages =
    by === 'village'
      ? await villageNames(
          tx,
          parts.map((part) => part.key),
        )
      : new Map<string, string>();
  // A file has up to 50,000 parts: each is looked up, not searched for.
  const customerOf = new Map(customers.map((one) => [`${one.communeId} ${one.customerCode}`, one]));
  return parts.map((part) => {
    const customer = customerOf.get(`${part.communeId} ${part.key}`);
    return {
      ...part,
      name: customer?.fullName ?? villages.get(part.key) ?? null,
      householdId: customer?.householdId ?? null,
    };
  });
}
