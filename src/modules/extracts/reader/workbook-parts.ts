import { isRefusal, type Outcome, type Refusal, refuse } from '../../../kernel/refusal.ts';
import type { Archive, ArchiveEntry } from './archive.ts';
import { type InflateMeter, inflateWhole } from './inflate.ts';
import type { ReaderLimits } from './limits.ts';
import type { ReaderRefusalCode } from './refusals.ts';
import { readElements } from './xml-part.ts';

/** An opened archive with the count of what has been inflated from it. */
export type Source = {
  readonly archive: Archive;
  readonly meter: InflateMeter;
  readonly limits: ReaderLimits;
};

/** A sheet with the part that holds it. */
export type SheetPart = {
  readonly name: string;
  readonly isHidden: boolean;
  readonly isWorksheet: boolean;
  readonly entry: ArchiveEntry | undefined;
};

/** The parts of a workbook that the reader needs. */
export type WorkbookParts = {
  readonly sheets: readonly SheetPart[];
  readonly styles: ArchiveEntry | undefined;
  readonly sharedTexts: ArchiveEntry | undefined;
  readonly is1904: boolean;
};

type Relation = { readonly type: string; readonly path: string };

const ROOT_RELATIONS = '_rels/.rels';
const USUAL_WORKBOOK = 'xl/workbook.xml';

/** Finds the workbook through the relationships of the package, and its sheets, in their order, through the workbook's. */
export function readParts(source: Source): Outcome<WorkbookParts, ReaderRefusalCode> {
  const { entries } = source.archive;
  const roots = readRelations(source, ROOT_RELATIONS, '');
  if (isRefusal(roots)) return roots;
  const main =
    [...roots.values()].find((relation) => relation.type === 'officeDocument')?.path ?? USUAL_WORKBOOK;
  const entry = entries.get(main.toLowerCase());
  if (entry === undefined || !entry.name.toLowerCase().endsWith('.xml'))
    return refuseOtherPackage(source.archive, main);
  const slash = main.lastIndexOf('/') + 1;
  const folder = main.slice(0, slash);
  const relations = readRelations(source, `${folder}_rels/${main.slice(slash)}.rels`, folder);
  return isRefusal(relations) ? relations : readWorkbookPart(source, entry, relations);
}

function readWorkbookPart(
  source: Source,
  entry: ArchiveEntry,
  relations: ReadonlyMap<string, Relation>,
): Outcome<WorkbookParts, ReaderRefusalCode> {
  const bytes = inflateWhole(source.archive, entry, source.meter, source.limits.smallPartBytes);
  if (isRefusal(bytes)) return bytes;
  const part = (relation: Relation | undefined): ArchiveEntry | undefined =>
    relation && source.archive.entries.get(relation.path.toLowerCase());
  const sheets: SheetPart[] = [];
  let is1904 = false;
  let root = '';
  const fault = readElements({ bytes, place: entry.name, limits: source.limits }, ({ path, attributes }) => {
    root ||= path[0] ?? '';
    if (path.length === 2 && path[1] === 'workbookPr') is1904 = isTrue(attributes.get('date1904'));
    if (path.length !== 3 || path[1] !== 'sheets' || path[2] !== 'sheet') return;
    const relation = relations.get(attributes.get('id') ?? '');
    const isHidden = (attributes.get('state') ?? 'visible') !== 'visible';
    const isWorksheet = relation === undefined || relation.type === 'worksheet';
    sheets.push({ name: attributes.get('name') ?? '', isHidden, isWorksheet, entry: part(relation) });
  });
  if (fault) return fault;
  if (root !== 'workbook') return refuseOtherPackage(source.archive, entry.name);
  if (sheets.length === 0) return refuse('workbookPartMissing', { place: 'trang tính nào' });
  const ofType = (type: string): ArchiveEntry | undefined =>
    part([...relations.values()].find((relation) => relation.type === type));
  return { sheets, is1904, styles: ofType('styles'), sharedTexts: ofType('sharedStrings') };
}

/** The relationships of a part by their id; none when the part has no relationships. */
function readRelations(
  source: Source,
  name: string,
  folder: string,
): Outcome<ReadonlyMap<string, Relation>, ReaderRefusalCode> {
  const relations = new Map<string, Relation>();
  const entry = source.archive.entries.get(name.toLowerCase());
  if (entry === undefined) return relations;
  const bytes = inflateWhole(source.archive, entry, source.meter, source.limits.smallPartBytes);
  if (isRefusal(bytes)) return bytes;
  const fault = readElements({ bytes, place: entry.name, limits: source.limits }, ({ path, attributes }) => {
    if (path.at(-1) !== 'Relationship' || attributes.get('TargetMode') === 'External') return;
    const type = attributes.get('Type') ?? '';
    const target = resolveTarget(folder, attributes.get('Target') ?? '');
    if (target !== undefined)
      relations.set(attributes.get('Id') ?? '', {
        type: type.slice(type.lastIndexOf('/') + 1),
        path: target,
      });
  });
  return fault ?? relations;
}

/**
 * The part a target means: from the package's root with a leading slash, otherwise from the folder of the
 * part that names it; undefined when it leads out.
 */
export function resolveTarget(folder: string, target: string): string | undefined {
  const path: string[] = [];
  for (const step of (target.startsWith('/') ? target : `${folder}${target}`).split('/')) {
    if (step === '..' && path.pop() === undefined) return undefined;
    if (step !== '' && step !== '.' && step !== '..') path.push(step);
  }
  return path.join('/');
}

/** Names what an archive is when it holds no workbook that can be read. */
function refuseOtherPackage(archive: Archive, main: string): Refusal<ReaderRefusalCode> {
  const has = (name: string): boolean => archive.entries.has(name);
  if (main.toLowerCase().endsWith('.bin') || has('xl/workbook.bin')) return refuse('fileBinaryWorkbook');
  if (has('content.xml') && has('meta-inf/manifest.xml')) return refuse('fileOpenDocument');
  if (has('word/document.xml')) return refuse('fileNotWorkbook', { kind: 'tệp Word' });
  if (has('ppt/presentation.xml')) return refuse('fileNotWorkbook', { kind: 'tệp PowerPoint' });
  if (has('[content_types].xml')) return refuse('workbookPartMissing', { place: main });
  return refuse('fileNotWorkbook', { kind: 'tệp nén .zip' });
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}
