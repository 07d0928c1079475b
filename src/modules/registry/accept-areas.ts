import type { BusinessDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/db/database.ts';
import {
  type AreaWithdrawal,
  extendService,
  insertServedCommunes,
  renameAreasBack,
  withdrawService,
} from './db/served-communes.ts';
import {
  extendValidity,
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
  readonly at: Date;
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
  await extendService(tx, acceptance);
  await insertServedCommunes(tx, acceptance);
  await renameAreas(tx, acceptance);
  return { staleCodes, unnamedCodes: await selectUnnamed(tx, acceptance) };
}

/**
 * Undoes {@link acceptAreas} [RG1, RG4]: the office serves, and areas are called, as the files that still stand tell it. The
 * areas themselves stay with their first day: positions that are kept, and people's entries, refer to them.
 */
export async function withdrawAreas(tx: Tx, withdrawal: AreaWithdrawal): Promise<void> {
  await withdrawService(tx, withdrawal);
  await renameAreasBack(tx, withdrawal);
}

/** Bank codes of a batch that meanwhile mean another area than the batch says: it must be read again [RG2]. */
export function staleAreaCodes(tx: Tx, staged: Omit<AreaAcceptance, 'at'>): Promise<string[]> {
  return selectStaleCodes(tx, staged);
}
