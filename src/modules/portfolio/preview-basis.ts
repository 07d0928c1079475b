import { createHash } from 'node:crypto';
import type { BusinessDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/db/database.ts';
import { publicationsOf, publishedDates } from './db/published-dates.ts';
import { nextVersionNumber, standingVersion } from './db/versions.ts';
import { comparedDateOf } from './domain/compared-date.ts';

/**
 * A mark of everything published that the preview of a batch rests on [PF87]: the version it would become, the one that
 * stands for its date, the date it is compared with and what every commune shows there. Equal marks: nothing changed.
 */
export async function previewBasis(
  tx: Tx,
  on: { readonly officeId: Id; readonly dataDate: BusinessDate; readonly communeIds: readonly Id[] },
): Promise<string> {
  const { officeId, dataDate, communeIds } = on;
  const standing = await standingVersion(tx, officeId, dataDate);
  const comparedDate = comparedDateOf(dataDate, await publishedDates(tx, communeIds));
  const shown = comparedDate === null ? [] : await publicationsOf(tx, communeIds, { dataDate: comparedDate });
  const restsOn = [
    await nextVersionNumber(tx, officeId, dataDate),
    standing?.id ?? null,
    comparedDate,
    shown.map(({ communeId, versionId }) => [communeId, versionId]),
  ];
  return createHash('sha256').update(JSON.stringify(restsOn)).digest('hex');
}
