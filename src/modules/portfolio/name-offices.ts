import type { BusinessDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/db/database.ts';
import { NO_SCOPE, setScope } from '../../platform/db/scope.ts';
import { takeTurn } from '../../platform/db/take-turn.ts';
import type { Cleaning } from '../../platform/housekeeping/housekeep.ts';
import { communesEverServed, nameOffice, officeNames, selectOffices } from '../registry/index.ts';
import { standingBatches } from './db/versions.ts';
import { versionsTurn } from './versions-turn.ts';

/**
 * Hands down to the registry what the files that stand call each office on their dates, where it has another name or none: those that were
 * published before it kept names, which only this module knows [RG21]. What is handed down once is left, whatever its day. The offices that
 * lack a name are done one after the other in the one transaction of the chore: who publishes for one of them waits until it has ended.
 */
export const nameOffices: Cleaning = {
  name: 'portfolio.nameOffices',
  counts: 'names',
  clean: async ({ tx }) => {
    let named = 0;
    for (const { officeId } of await selectOffices(tx, undefined)) {
      const communeIds = await communesEverServed(tx, officeId);
      await setScope(tx, { ...NO_SCOPE, officeIds: [officeId], communeIds, system: true });
      if ((await notHandedDown(tx, officeId)).length === 0) continue;
      // Nobody publishes or undoes meanwhile, and what was done while this waited counts.
      await takeTurn(tx, versionsTurn(officeId));
      const names = await notHandedDown(tx, officeId);
      for (const one of names) await nameOffice(tx, { officeId, ...one });
      named += names.length;
    }
    return named;
  },
};

/** The dates whose standing files call an office otherwise than the registry does, the earliest first. */
async function notHandedDown(
  tx: Tx,
  officeId: Id,
): Promise<{ readonly dataDate: BusinessDate; readonly name: string }[]> {
  const kept = await officeNames(tx, officeId);
  const standing = new Map<BusinessDate, string>();
  // Of two files of a date the later holds.
  for (const { dataDate, officeName } of await standingBatches(tx, officeId))
    if (officeName) standing.set(dataDate, officeName);
  return [...standing]
    .filter(([dataDate, name]) => kept.get(dataDate) !== name)
    .map(([dataDate, name]) => ({ dataDate, name }));
}
