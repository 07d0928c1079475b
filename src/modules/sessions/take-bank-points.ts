import { addDays, type BusinessDate } from '../../kernel/dates.ts';
import type { Id, NewId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/db/database.ts';
import { type BankPoint, keepToldPoint, readBankPoints } from './db/bank-points.ts';
import { insertPoint, type PointRow, readPoints, setPointEnd, setVillages } from './db/points.ts';

/** What a published month is known by. */
export type PublishedMonth = {
  readonly communeIds: readonly Id[];
  readonly batchId: Id;
  readonly dataDate: BusinessDate;
};

/**
 * Takes points and villages from a published month's files [SE10]: a new point is added, a changed fixed day or name
 * begins a new row on that data date, villages that are new are added. What a person entered or ended is left as
 * it stands, the file's word is kept beside it; an older month changes nothing of a newer one. Run twice it changes nothing more.
 */
export async function takeBankPoints(tx: Tx, month: PublishedMonth, newId: NewId): Promise<void> {
  const fromFiles = await readBankPoints(tx, month);
  for (const communeId of month.communeIds) {
    const known = await readPoints(tx, communeId);
    for (const point of fromFiles.filter((candidate) => candidate.communeId === communeId))
      await takePoint(tx, { point, known, dataDate: month.dataDate, newId });
  }
}

async function takePoint(
  tx: Tx,
  {
    point,
    known,
    dataDate,
    newId,
  }: { point: BankPoint; known: readonly PointRow[]; dataDate: BusinessDate; newId: NewId },
): Promise<void> {
  await keepToldPoint(tx, point, dataDate);
  const newest = known.find((row) => row.pointCode === point.pointCode);
  if (!newest) return addRow(tx, point, { id: newId(), validFrom: dataDate, before: null });
  const isOfPeople = newest.source === 'entered' || newest.validTo !== null;
  if (isOfPeople || dataDate < newest.validFrom) return;
  if (newest.fixedDay === point.fixedDay && newest.name === point.name) {
    const villageCodes = [...new Set([...newest.villageCodes, ...point.villageCodes])];
    return setVillages(tx, { communeId: point.communeId, pointId: newest.id, villageCodes });
  }
  if (dataDate === newest.validFrom) return;
  await setPointEnd(tx, { communeId: point.communeId, pointId: newest.id, validTo: addDays(dataDate, -1) });
  await addRow(tx, point, { id: newId(), validFrom: dataDate, before: newest });
}

async function addRow(
  tx: Tx,
  point: BankPoint,
  { id, validFrom, before }: { id: Id; validFrom: BusinessDate; before: PointRow | null },
): Promise<void> {
  await insertPoint(tx, point.communeId, {
    ...point,
    id,
    validFrom,
    validTo: null,
    startsAt: before?.startsAt ?? null,
    endsAt: before?.endsAt ?? null,
    place: before?.place ?? null,
    address: before?.address ?? null,
    source: 'bank',
  });
}
