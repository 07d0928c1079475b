import { type BusinessDate, formatDate } from '../../../kernel/dates.ts';
import { type Refusal, refuse } from '../../../kernel/refusal.ts';

/**
 * A row that begins by the newest published data date changes nothing that was published [PR12]: whoever enters it is told
 * so first, and says that it is meant.
 */
export function checkReach(
  { validFrom, reachesBack = false }: { validFrom: BusinessDate; reachesBack?: boolean | undefined },
  newestPublished: BusinessDate | null,
): Refusal<'rowReachesBack'> | undefined {
  if (reachesBack || newestPublished === null || validFrom > newestPublished) return undefined;
  return refuse('rowReachesBack', {
    validFrom: formatDate(validFrom),
    published: formatDate(newestPublished),
  });
}
