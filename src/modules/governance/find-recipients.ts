import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import type { BusinessDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { listLoans as loansOfPortfolio } from '../portfolio/contract.ts';
import { LIST_NAMES, listLoans } from '../portfolio/index.ts';
import type { previewDirective } from './contract.ts';
import type { SeatShown } from './domain/seat.ts';
import { answerersOf, isOfOffices, officesOf, type Recipient } from './domain/spread.ts';
import { findOffices } from './find-seats.ts';

/** To whom a directive goes, besides seats chosen by name. */
export type WhereTo = Omit<InputOf<typeof previewDirective>, 'communeId'> & { readonly communeId: Id };

/** Those who get a task; of loans the data date their list is of, and how many the list has. */
export type Recipients = {
  readonly recipients: readonly Recipient[];
  /** Of loans, each at the place of who answers for it. */
  readonly loans: readonly ListLoan[];
  readonly dataDate: BusinessDate | null;
  /** May be more than `recipients`: of a list that is too long to be read whole. */
  readonly found: number;
};

type ListLoan = OutputOf<typeof loansOfPortfolio>['rows'][number];

/** Far more than one directive may go out over: a longer list is narrowed before it is read. */
const MOST_LISTED = 5000;

/** Finds who gets a task of a directive [GV32]: offices of a kind, or who answers for each loan of a list. */
export async function findRecipients(
  context: HandlerContext,
  where: WhereTo,
): Promise<Recipients | Refusal<'listUnknown' | 'listNotPublished'>> {
  const { seats } = await findOffices(context, where.communeId);
  if (where.spread === 'loans') return recipientsOfLoans(context, where, seats);
  const recipients = isOfOffices(where.spread) ? officesOf(where.spread, seats, where.codes) : [];
  return { recipients, loans: [], dataDate: null, found: recipients.length };
}

async function recipientsOfLoans(
  context: HandlerContext,
  where: WhereTo,
  seats: readonly SeatShown[],
): Promise<Recipients | Refusal<'listUnknown' | 'listNotPublished'>> {
  const list = LIST_NAMES.find((name) => name === where.list);
  if (list === undefined) return refuse('listUnknown');
  const page = await listLoans(
    { list, communeId: where.communeId, ...askedParts(where), limit: MOST_LISTED },
    context,
  );
  if (isRefusal(page)) return refuse('listNotPublished');
  const loans = page.rows.filter((loan) => isOfParts(loan, where));
  return {
    recipients: answerersOf(loans, seats, where.responsible),
    loans,
    dataDate: page.dataDate,
    found: page.next === null ? loans.length : page.totals.loans,
  };
}

/** One part of a kind is asked of the list itself; of several parts its rows are looked through. */
function askedParts({ listAssociationCodes, listVillageCodes, listGroupCodes }: WhereTo) {
  const only = (codes: readonly string[]) => (codes.length === 1 ? codes[0] : undefined);
  const [associationCode, villageCode, groupCode] = [
    only(listAssociationCodes),
    only(listVillageCodes),
    only(listGroupCodes),
  ];
  return {
    ...(associationCode === undefined ? {} : { associationCode }),
    ...(villageCode === undefined ? {} : { villageCode }),
    ...(groupCode === undefined ? {} : { groupCode }),
  };
}

/** Of each kind one of the parts chosen, where any is [GV83]. */
function isOfParts({ associationCode, villageCode, groupCode }: ListLoan, where: WhereTo): boolean {
  const has = (codes: readonly string[], code: string) => codes.length === 0 || codes.includes(code);
  return (
    has(where.listAssociationCodes, associationCode) &&
    has(where.listVillageCodes, villageCode) &&
    has(where.listGroupCodes, groupCode)
  );
}
