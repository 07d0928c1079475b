import type { Id } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/db/database.ts';
import { communePlaces } from './db/places.ts';
import { publicationsOf } from './db/published-dates.ts';
import type { OpenBatch } from './open-batch.ts';

/** A commune that the office serves and a batch does not name. */
export type MissingCommune = {
  readonly communeId: Id;
  readonly communeCode: string;
  readonly communeName: string;
  /** Another version of the date shows figures of it, and goes on doing so. */
  readonly hasFigures: boolean;
};

/** Communes that the office serves on the date and the batch does not name, by code [PF3]. */
export async function missingCommunes(
  tx: Tx,
  { batch, dataDate, compared }: OpenBatch,
): Promise<readonly MissingCommune[]> {
  const places = await communePlaces(tx, { officeId: batch.officeId, on: dataDate });
  const missing = places.filter(
    ({ kind, communeId }) => kind === 'commune' && !compared.communeIds.includes(communeId),
  );
  const shown = await publicationsOf(
    tx,
    missing.map(({ communeId }) => communeId),
    { dataDate },
  );
  return missing.map(({ communeId, communeCode, communeName }) => {
    const hasFigures = shown.some((publication) => publication.communeId === communeId);
    return { communeId, communeCode, communeName, hasFigures };
  });
}
