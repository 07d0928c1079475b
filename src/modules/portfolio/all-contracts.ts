import type { BusinessDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { isRefusal, type Refusal } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { listContracts } from './db/loan-rows.ts';
import type { ListName } from './domain/list-names.ts';
import { sliceOf } from './list-loans.ts';

/** Every contract on a list at a date, by number: for the command line and for other modules. */
export async function allContracts(
  asked: { readonly list: ListName; readonly dataDate: BusinessDate; readonly communeId?: Id | undefined },
  context: HandlerContext,
): Promise<string[] | Refusal<'dateNotPublished' | 'notAllowed'>> {
  const slice = await sliceOf(asked, context);
  return isRefusal(slice) ? slice : listContracts(context.tx, slice);
}
