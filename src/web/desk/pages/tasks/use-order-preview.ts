import type { OutputOf } from '../../../../kernel/contract.ts';
import { previewDirective } from '../../../../modules/governance/contract.ts';
import { tasksByOwner } from '../../../../modules/governance/domain/spread.ts';
import { type Answer, useQuestion } from '../../../shared/api/query.ts';
import type { Me } from '../../session.tsx';
import { type Target, whereTo } from './target.ts';

/** What a directive would make. */
export type OrderPreview = OutputOf<typeof previewDirective>;

/** Asks what a directive would make; nothing is asked while there is nobody to give it to. */
export function useOrderPreview(
  commune: Pick<Me['communes'][number], 'id'>,
  target: Target,
): Answer<OrderPreview> {
  const { spread, list } = target;
  const isAsked = spread !== 'seats' && (spread !== 'loans' || list !== null);
  const asked = { communeId: commune.id, ...whereTo(target) };
  const answer = useQuestion(previewDirective, asked, { enabled: isAsked });
  // Nothing comes in the place of what was shown before: it would pass for stale, and the directive could never be given.
  return { ...answer, isStale: isAsked && answer.isStale };
}

/** The contracts to be given, and the date of the list they stand on: every one where none was left out. */
export function loansToGive(preview: OrderPreview | undefined, { spread, leftOut }: Target) {
  if (spread !== 'loans' || preview === undefined) return { contractNos: [], listDate: null };
  const out = new Set(leftOut);
  const kept = preview.loans.map(({ contractNo }) => contractNo).filter((contractNo) => !out.has(contractNo));
  return { contractNos: leftOut.length === 0 ? [] : kept, listDate: preview.dataDate };
}

/** How many tasks there would be and whose, without the loans that were left out. */
export function countedWithout(
  preview: OrderPreview,
  { spread, leftOut }: Target,
): Pick<OrderPreview, 'tasks' | 'owners'> {
  if (spread !== 'loans' || leftOut.length === 0) return preview;
  const out = new Set(leftOut);
  const loans = preview.loans.filter(({ contractNo }) => !out.has(contractNo));
  return { tasks: loans.length, owners: tasksByOwner(loans) };
}
