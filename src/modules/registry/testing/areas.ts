import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { TestDatabase } from '../../../platform/testing/database.ts';
import { acceptAreas, areasByCode, createOffice } from '../index.ts';
import { nextId } from './build.ts';

/** An area as a batch stages it; without `areaId` it is the known area of the code, or a new one. */
export type StagedArea = {
  kind: 'commune' | 'village' | 'counter';
  code: string;
  name: string | null;
  areaId?: Id;
};

const system = { communeIds: [], officeIds: [] as Id[], system: true };
let officeNumber = 0;

/** An office of its own. */
export async function givenOffice(database: TestDatabase) {
  const bankCode = `00${4820 + ++officeNumber}`;
  const office = { officeId: nextId(), bankCode, branchCode: null, name: 'Phòng mẫu' };
  await database.app.write(system, (tx) => createOffice(tx, office));
  return office;
}

/** The area a code means on a day. @throws when there is none */
export async function areaOf(
  database: TestDatabase,
  { kind, code, on }: { kind: StagedArea['kind']; code: string; on: BusinessDate },
) {
  const found = await database.app.read(system, (tx) => areasByCode(tx, { kind, codes: [code], on }));
  const area = found.get(code);
  if (!area) throw new Error(`no ${kind} ${code}`);
  return area;
}

/** Stages areas as a batch reads them and accepts them as its publication does. */
export async function acceptStaged(
  database: TestDatabase,
  { officeId, dataDate, areas }: { officeId: Id; dataDate: BusinessDate; areas: readonly StagedArea[] },
) {
  const batchId = nextId();
  for (const area of areas) {
    const known = await database.app.read(system, (tx) =>
      areasByCode(tx, { kind: area.kind, codes: [area.code], on: dataDate }),
    );
    await database.owner.query(
      `insert into extracts.staged_area (office_id, batch_id, kind, bank_code, commune_code, name, area_id, is_new)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        officeId,
        batchId,
        area.kind,
        area.code,
        area.code.slice(0, 6),
        area.name,
        area.areaId ?? known.get(area.code)?.areaId ?? nextId(),
        !known.has(area.code),
      ],
    );
  }
  const at = new Date('2026-11-03T01:12:00Z');
  return database.app.write({ ...system, officeIds: [officeId] }, (tx) =>
    acceptAreas(tx, { source: 'extracts.staged_area', officeId, batchId, dataDate, at }),
  );
}
