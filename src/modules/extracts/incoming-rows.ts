import type { BusinessDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Caller } from '../../platform/caller.ts';
import type { CopyIn } from '../../platform/db/copy.ts';
import type { Tx } from '../../platform/db/database.ts';
import { type Area, areasByCode } from '../registry/index.ts';
import {
  clearIncoming,
  copyIncoming,
  deleteStagedRows,
  incomingCommunes,
  openIncoming,
  stageCommuneTable,
} from './db/staging.ts';
import type { CommuneTable, StagedTable } from './domain/staged-tables.ts';

/** The rows of a batch, taken while its files are still being read. */
export type IncomingRows = {
  /** The communes whose rows were staged ahead, by code: what the batch calls by these codes. */
  readonly communes: ReadonlyMap<string, Area>;
  /** Takes note of the date that the rows of report 31 are of. */
  date(dataDate: BusinessDate): void;
  /** Takes rows of one table in COPY text. */
  take(table: StagedTable, rows: Uint8Array): Promise<void>;
  /** Forgets every row so far, because they are sent anew. */
  restart(): Promise<void>;
  /** Takes back what was staged ahead, because the batch cannot be used as it is. */
  withdraw(): Promise<void>;
};

/** Where the rows of report 31 go: their communes are those of the batch, which holds of no other file. */
const STAGED_AHEAD: ReadonlySet<StagedTable> = new Set<CommuneTable>([
  'staged_loan',
  'staged_person',
  'staged_saving',
]);

/**
 * Starts taking the rows of a batch. They arrive in temporary tables; where the date and the communes are known already, as in every
 * month after an office's first, they are staged while the thread reads on. From the first commune on that is new, or that the caller does
 * not see, they wait until all files were read and checked.
 */
export async function takeIncoming(
  { tx, copyIn }: { readonly tx: Tx; readonly copyIn: CopyIn },
  { caller, batchId }: { readonly caller: Caller; readonly batchId: Id },
): Promise<IncomingRows> {
  await openIncoming(tx);
  const communes = new Map<string, Area>();
  let on: BusinessDate | undefined;
  let mustWait = false;

  const learn = async (codes: readonly string[], dataDate: BusinessDate) => {
    const found = await areasByCode(tx, { kind: 'commune', codes, on: dataDate });
    for (const [code, area] of found)
      if (caller.scope.communeIds.includes(area.areaId)) communes.set(code, area);
  };
  const stageAhead = async (table: CommuneTable) => {
    if (on === undefined || mustWait) return;
    const codes = await incomingCommunes(tx, table);
    const unknown = codes.filter((code) => !communes.has(code));
    if (unknown.length > 0) await learn(unknown, on);
    mustWait = !codes.every((code) => communes.has(code));
    if (mustWait) return;
    await stageCommuneTable(tx, table, { batchId, communes: idsOf(communes) });
    await clearIncoming(tx, [table]);
  };
  const withdraw = async () => {
    const communeIds = idsOf(communes).map(({ areaId }) => areaId);
    if (communeIds.length > 0) await deleteStagedRows(tx, { batchId, communeIds });
    communes.clear();
  };
  return {
    communes,
    date: (dataDate) => {
      on = dataDate;
    },
    take: async (table, rows) => {
      await copyIncoming(copyIn, table, rows);
      if (isStagedAhead(table)) await stageAhead(table);
    },
    restart: async () => {
      await clearIncoming(tx);
      await withdraw();
      on = undefined;
      mustWait = false;
    },
    withdraw,
  };
}

function isStagedAhead(table: StagedTable): table is CommuneTable {
  return STAGED_AHEAD.has(table);
}

function idsOf(communes: ReadonlyMap<string, Area>) {
  return [...communes].map(([code, { areaId }]) => ({ code, areaId }));
}
