import type { InputOf } from '../../kernel/contract.ts';
import type { BusinessDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { LIST_NAMES, listLoans } from '../portfolio/index.ts';
import type { previewDirective } from './contract.ts';
import { MOST_TASKS } from './domain/directive.ts';
import type { SeatShown } from './domain/seat.ts';
import { answerersOf, isOfOffices, officesOf, type Recipient } from './domain/spread.ts';
import { findOffices } from './find-seats.ts';

/** To whom a directive goes, besides seats chosen by name. */
export type WhereTo = Omit<InputOf<typeof previewDirective>, 'communeId'> & { readonly communeId: Id };

/** Those who get a task; of loans the data date their list is of, and how many the list has. */
export type Recipients = {
  readonly recipients: readonly Recipient[];
  readonly dataDate: BusinessDate | null;
  /** May be more than {@link MOST_TASKS}; then `recipients` are the first. */
  readonly found: number;
};

/** Finds who gets a task of a directive [GV32]: offices of a kind, or who answers for each loan of a list. */
export async function findRecipients(
  context: HandlerContext,
  where: WhereTo,
): Promise<Recipients | Refusal<'listUnknown' | 'listNotPublished'>> {
  const { seats } = await findOffices(context, where.communeId);
  if (where.spread === 'loans') return recipientsOfLoans(context, where, seats);
  const recipients = isOfOffices(where.spread) ? officesOf(where.spread, seats, where.codes) : [];
  return { recipients, dataDate: null, found: recipients.length };
}

async function recipientsOfLoans(
  context: HandlerContext,
  where: WhereTo,
  seats: readonly SeatShown[],
): Promise<Recipients | Refusal<'listUnknown' | 'listNotPublished'>> {
  const list = LIST_NAMES.find((name) => name === where.list);
  if (list === undefined) return refuse('listUnknown');
  const { communeId, listAssociationCode, listVillageCode, listGroupCode } = where;
  const page = await listLoans(
    {
      list,
      communeId,
      ...(listAssociationCode === null ? {} : { associationCode: listAssociationCode }),
      ...(listVillageCode === null ? {} : { villageCode: listVillageCode }),
      ...(listGroupCode === null ? {} : { groupCode: listGroupCode }),
      limit: MOST_TASKS,
    },
    context,
  );
  if (isRefusal(page)) return refuse('listNotPublished');
  return {
    recipients: answerersOf(page.rows, seats, where.responsible),
    dataDate: page.dataDate,
    found: page.totals.loans,
  };
}
