import type { Id, NewId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/db/database.ts';
import { takeTurn } from '../../platform/db/take-turn.ts';
import { calendarTurn } from './calendar-turn.ts';
import { readToldPoints } from './db/bank-points.ts';
import {
  insertPoint,
  markPointWithdrawn,
  type PointRow,
  readPoints,
  setPointEnd,
  setVillages,
} from './db/points.ts';
import { type BankRow, bankRowsOf, lastDayOfFiles, type ToldPoint } from './domain/bank-rows.ts';

/** How rows are written: when, and under which ids. */
export type Settling = { readonly at: Date; readonly newId: NewId };

/**
 * Makes the bank's rows of a commune's points what the files that stand make them [SE10]: rows that no file tells any
 * more are withdrawn, new ones are added, ends and villages are set anew. Rows that people entered are not touched.
 *
 * @returns true when any row changed
 */
export async function settlePoints(tx: Tx, communeId: Id, settling: Settling): Promise<boolean> {
  await takeTurn(tx, calendarTurn(communeId));
  const told = await readToldPoints(tx, communeId);
  const known = await readPoints(tx, communeId);
  const codes = new Set([...told, ...known].map(({ pointCode }) => pointCode));
  let changed = false;
  for (const pointCode of codes) {
    const ofPoint = <T extends { pointCode: string }>(all: readonly T[]) =>
      all.filter((one) => one.pointCode === pointCode);
    const isChanged = await settlePoint(
      tx,
      { communeId, pointCode, told: ofPoint(told), rows: ofPoint(known) },
      settling,
    );
    changed ||= isChanged;
  }
  return changed;
}

type OnePoint = {
  readonly communeId: Id;
  readonly pointCode: string;
  readonly told: readonly ToldPoint[];
  /** Newest first. */
  readonly rows: readonly PointRow[];
};

async function settlePoint(
  tx: Tx,
  { communeId, pointCode, told, rows }: OnePoint,
  { at, newId }: Settling,
): Promise<boolean> {
  const wanted = bankRowsOf(told, lastDayOfFiles(rows));
  const standing = rows.filter((row) => row.source === 'bank');
  const isGone = (row: PointRow) => !wanted.some((one) => isSameRow(one, row));
  const gone = standing.filter(isGone);
  // Before what takes their place: a point has one row from a day.
  for (const { id } of gone) await markPointWithdrawn(tx, { communeId, pointId: id, at });
  let changed = gone.length > 0;
  for (const row of wanted) {
    const kept = standing.find((one) => isSameRow(row, one));
    if (kept) changed = (await adjustRow(tx, { communeId, kept, row })) || changed;
    else {
      const added = {
        ...row,
        ...hoursBefore(row, standing),
        id: newId(),
        pointCode,
        source: 'bank' as const,
      };
      await insertPoint(tx, communeId, added);
      changed = true;
    }
  }
  return changed;
}

function isSameRow(wanted: BankRow, row: PointRow): boolean {
  return wanted.validFrom === row.validFrom && wanted.name === row.name && wanted.fixedDay === row.fixedDay;
}

/** The files tell no hours and no place: a new row has those of the row that stood there. */
function hoursBefore(
  { validFrom }: BankRow,
  standing: readonly PointRow[],
): Pick<PointRow, 'startsAt' | 'endsAt' | 'place' | 'address'> {
  const before = standing.find((row) => row.validFrom <= validFrom);
  const { startsAt = null, endsAt = null, place = null, address = null } = before ?? {};
  return { startsAt, endsAt, place, address };
}

async function adjustRow(
  tx: Tx,
  { communeId, kept, row }: { communeId: Id; kept: PointRow; row: BankRow },
): Promise<boolean> {
  const hasOtherEnd = kept.validTo !== row.validTo;
  const hasOtherVillages = kept.villageCodes.toSorted().join() !== row.villageCodes.toSorted().join();
  if (hasOtherEnd) await setPointEnd(tx, { communeId, pointId: kept.id, validTo: row.validTo });
  if (hasOtherVillages)
    await setVillages(tx, { communeId, pointId: kept.id, villageCodes: row.villageCodes });
  return hasOtherEnd || hasOtherVillages;
}
