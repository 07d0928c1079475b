import type { HandlerContext } from '../../platform/command.ts';
import {
  insertToldChecks,
  selectStandingChecks,
  type ToldBy,
  type ToldCheck,
  takeBackChecks,
} from './db/told-checks.ts';

/**
 * Keeps which loans something tells to be checked after disbursement [PF97]: all that it tells now, each once. What it does not tell
 * any more is taken back, so that what was known at an earlier moment stays to be asked.
 */
export async function keepToldChecks(
  { tx, clock, newId }: Pick<HandlerContext, 'tx' | 'clock' | 'newId'>,
  toldBy: ToldBy,
  told: readonly ToldCheck[],
): Promise<void> {
  const at = clock.now();
  const standing = await selectStandingChecks(tx, toldBy);
  const isIn = (checks: readonly ToldCheck[], { contractNo, doneOn }: ToldCheck) =>
    checks.some((check) => check.contractNo === contractNo && check.doneOn === doneOn);
  const over = standing.filter((check) => !isIn(told, check)).map(({ id }) => id);
  const added = told.filter((check) => !isIn(standing, check)).map((check) => ({ ...check, id: newId() }));
  if (over.length > 0) await takeBackChecks(tx, { communeId: toldBy.communeId, ids: over, at });
  if (added.length > 0) await insertToldChecks(tx, toldBy, { checks: added, at });
}
