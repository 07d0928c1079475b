import type { OutputOf } from '../../kernel/contract.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Handler } from '../../platform/http/implement.ts';
import type { previewDirective as operation } from './contract.ts';
import { MOST_TASKS } from './domain/directive.ts';
import { tasksByOwner } from './domain/spread.ts';
import { findRecipients, type Recipients } from './find-recipients.ts';

/** How many tasks a directive would make, and whose [GV32]. */
export const previewDirective: Handler<typeof operation> = async (input, context) => {
  if (!context.caller.scope.communeIds.includes(input.communeId)) return refuse('notFound');
  const found = await findRecipients(context, input);
  if (isRefusal(found)) return found;
  return {
    tasks: found.found,
    owners: tasksByOwner(found.recipients),
    dataDate: found.dataDate,
    loans: loansShown(found).slice(0, MOST_TASKS),
    mostTasks: MOST_TASKS,
  };
};

/** Each loan with whose task it would be. */
function loansShown({ loans, recipients }: Recipients): OutputOf<typeof operation>['loans'] {
  return loans.flatMap(({ contractNo, customerName, villageName, outstandingVnd }, i) => {
    const recipient = recipients[i];
    if (recipient === undefined) return [];
    const { ownerSeat, ownerName } = recipient;
    return [{ contractNo, personName: customerName, villageName, outstandingVnd, ownerSeat, ownerName }];
  });
}
