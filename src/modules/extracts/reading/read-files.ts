import { formatDate } from '../../../kernel/dates.ts';
import type { KeptRefusal } from '../domain/batch-reading.ts';
import type { ReadKindName } from '../domain/file-kinds.ts';
import type { Report31 } from '../domain/finish-report31.ts';
import { fileNameDate } from '../domain/recognise.ts';
import { groupFromLoans } from '../domain/sibling-files.ts';
import { type Examined, examineFile, refuseFile } from './examine-file.ts';
import { readReport31File } from './read-report31-file.ts';
import { readSiblingFile, type SiblingReading } from './read-sibling-file.ts';
import type { NamedAreas, ReadingInput, ReadingOutput, ReadingPiece } from './reading.ts';
import { type Reading, startReading } from './reading-state.ts';
import { summarise } from './summarise.ts';
import { refuseTwoOfAKind } from './two-of-a-kind.ts';

/** Report 31 first: the others are checked against it. */
const ORDER: readonly ReadKindName[] = [
  ...(['report31', 'frozenList', 'groupLeaders', 'groupScores'] as const),
  ...(['bcdhtdByCommune', 'bcdhtdByProgramme', 'len31ByCommune'] as const),
];

/** Reads the files of a batch: recognises each, types their rows, names their faults, checks them against each other. */
export async function readFiles(
  input: ReadingInput,
  send: (piece: ReadingPiece) => void,
): Promise<ReadingOutput> {
  const reading = startReading(input, send);
  const examined: Examined[] = [];
  for (const file of input.files) examined.push(await examineFile(file));
  await refuseTwoOfAKind(examined);
  const readable = ORDER.flatMap((kind) =>
    examined.filter((one) => one.table && one.draft.state === 'read' && one.draft.kind === kind),
  );
  reading.progress.plan(
    readable.flatMap(({ file, table }) => (table ? [{ ...table, fileName: file.name }] : [])),
  );
  let report31: Report31 | undefined;
  const siblings: { examined: Examined; gave: SiblingReading }[] = [];
  for (const one of readable) {
    if (one.draft.kind === 'report31') report31 = await readReport31File(reading, one);
    else {
      const gave = await readSiblingFile(reading, one, report31);
      if (gave) siblings.push({ examined: one, gave });
    }
  }
  if (report31 && !siblings.some(({ examined: { draft } }) => draft.kind === 'groupLeaders'))
    stageGroupsOfLoans(reading, report31);
  const refusals = checkBatch(examined, { report31, siblings });
  const dataDate = settleDates(examined, report31);
  noteFileNames(reading, examined);
  noteFutureDate(reading, examined);
  reading.writer.flush();
  return {
    files: examined.map(({ draft }) => draft),
    refusals,
    questions: reading.questions,
    dataDate,
    summary: report31 && summarise(reading, report31, examined),
    areas: namedAreas(report31, siblings),
  };
}

function stageGroupsOfLoans({ writer, newId }: Reading, report31: Report31): void {
  for (const group of report31.groups.values())
    writer.add('staged_group', [group.communeCode, ...groupFromLoans(group, newId)]);
}

/** What only the files together show: no report 31, two offices, two data dates [EX7, EX9]. */
function checkBatch(
  examined: readonly Examined[],
  {
    report31,
    siblings,
  }: { report31: Report31 | undefined; siblings: readonly { examined: Examined; gave: SiblingReading }[] },
): KeptRefusal[] {
  const refusals: KeptRefusal[] = [];
  const used = examined.filter(({ draft }) => draft.state === 'read');
  if (!examined.some(({ draft }) => draft.kind === 'report31'))
    refusals.push({ code: 'report31Missing', data: {} });
  const dates = new Set(used.flatMap(({ draft }) => (draft.dataDate === null ? [] : [draft.dataDate])));
  if (dates.size > 1) {
    const files = used.flatMap(({ file, draft }) =>
      draft.dataDate === null ? [] : [`${file.name} ngày ${formatDate(draft.dataDate)}`],
    );
    refusals.push({ code: 'dataDatesDisagree', data: { files: files.join('; ') } });
  }
  const office = report31?.office?.code;
  const others = siblings.filter(({ gave }) => office && gave.officeCode && gave.officeCode !== office);
  if (others.length > 0) {
    const files = others.map(({ examined: { file }, gave }) => `${file.name} của PGD ${gave.officeCode}`);
    refusals.push({
      code: 'officesDisagree',
      data: { files: [`mẫu 31 của PGD ${office}`, ...files].join('; ') },
    });
  }
  return refusals;
}

/** Gives files without a date the date of their siblings, where rows show that they belong together [EX7]. */
function settleDates(
  examined: readonly Examined[],
  report31: Report31 | undefined,
): ReadingOutput['dataDate'] {
  const used = examined.filter(({ draft }) => draft.state === 'read');
  const dates = [...new Set(used.flatMap(({ draft }) => (draft.dataDate === null ? [] : [draft.dataDate])))];
  const [dataDate] = dates;
  if (dates.length > 1) return undefined;
  for (const { file, draft } of used) {
    if (draft.dataDate !== null) continue;
    const place = { file: file.name, sheet: draft.sheet ?? '' };
    if (dataDate === undefined) refuseFile(draft, 'dataDateMissing', place);
    else if (report31 && draft.rows !== 0 && draft.rowsMatched === 0)
      refuseFile(draft, 'noSiblingMatch', { ...place, rows: draft.rows ?? 0 });
    else Object.assign(draft, { dataDate, dataDateFrom: 'siblings' });
  }
  return dataDate;
}

/** A file's name decides nothing; that it carries another date is told [D9]. */
function noteFileNames({ faults }: Reading, examined: readonly Examined[]): void {
  for (const { file, draft } of examined) {
    const named = fileNameDate(file.name);
    if (!named || draft.dataDate === null || named === draft.dataDate) continue;
    const found = `Tên tệp ngày ${formatDate(named)}, số liệu ngày ${formatDate(draft.dataDate)}`;
    draft.notes = [...draft.notes, `${found}: theo ngày số liệu.`];
    faults.of(file.fileId, draft.sheet ?? '')({ code: 'D9', kind: 'fileName', row: null, found });
  }
}

/** Figures of a day to come: a wrong date in the file, or a wrong clock. A person decides [EX7]. */
function noteFutureDate({ faults, input: { today } }: Reading, examined: readonly Examined[]): void {
  for (const { file, draft } of examined) {
    if (draft.kind !== 'report31' || draft.dataDate === null || draft.dataDate <= today) continue;
    const found = `Số liệu ngày ${formatDate(draft.dataDate)}, sau hôm nay ${formatDate(today)}`;
    draft.notes = [...draft.notes, `${found}: xem lại trước khi ghi vào sổ.`];
    faults.of(file.fileId, draft.sheet ?? '')({ code: 'D9', kind: 'futureDate', row: null, found });
  }
}

/** The communes and villages of report 31; names that it lost may stand in the leaders' file. */
function namedAreas(
  report31: Report31 | undefined,
  siblings: readonly { gave: SiblingReading }[],
): NamedAreas {
  if (!report31) return { communes: [], villages: [], hasCounter: false };
  const communes = report31.communes.map(({ code, name }) => ({ code, name: name || null }));
  const known = new Set(communes.map(({ code }) => code));
  const villages = new Map([...report31.villages].map(([code, village]) => [code, { ...village }]));
  for (const { gave } of siblings)
    for (const [code, village] of gave.villages ?? []) {
      if (code === '' || !known.has(village.communeCode)) continue;
      const seen = villages.get(code);
      if (!seen) villages.set(code, { ...village });
      else if (seen.name === '') seen.name = village.name;
    }
  return {
    communes,
    villages: [...villages].map(([code, { communeCode, name }]) => ({
      code,
      communeCode,
      name: name || null,
    })),
    hasCounter: report31.savings.counterRows > 0,
  };
}
