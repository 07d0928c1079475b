import type { BusinessDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/db/database.ts';
import {
  extendValidity,
  insertServedCommunes,
  insertStagedAreas,
  renameAreas,
  selectStaleCodes,
  selectUnnamed,
} from './db/staged-areas.ts';

/** What a batch's areas are accepted from. */
export type AreaAcceptance = {
  /**
   * `schema.table` of the caller, a constant, with the columns `office_id, batch_id, kind ('commune', 'village',
   * 'counter'), bank_code, commune_code, name (null when not given), area_id`: one row for each area the batch names.
   */
  readonly source: string;
  readonly officeId: Id;
  readonly batchId: Id;
  readonly dataDate: BusinessDate;
};

/**
 * Accepts the areas a batch names, in the caller's transaction [RG1–RG4]: new ones become valid from the data date,
 * changed names become dated changes, the office serves its communes.
 *
 * @returns `staleCodes`: not empty when another batch took a code first under another id. Then nothing was written,
 *   and the batch's areas must be looked up again. `unnamedCodes`: areas whose name no file has given yet.
 */
export async function acceptAreas(
  tx: Tx,
  acceptance: AreaAcceptance,
): Promise<{ readonly staleCodes: readonly string[]; readonly unnamedCodes: readonly string[] }> {
  const staleCodes = await selectStaleCodes(tx, acceptance);
  if (staleCodes.length > 0) return { staleCodes, unnamedCodes: [] };
  await insertStagedAreas(tx, { ...acceptance, kinds: ['commune', 'counter'] });
  await insertStagedAreas(tx, { ...acceptance, kinds: ['village'] });
  await extendValidity(tx, acceptance);
  await insertServedCommunes(tx, acceptance);
  await renameAreas(tx, acceptance);
  return { staleCodes, unnamedCodes: await selectUnnamed(tx, acceptance) };
}
