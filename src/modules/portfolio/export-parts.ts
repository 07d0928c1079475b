import type { FileAnswer, InputOf } from '../../kernel/contract.ts';
import { formatInteger } from '../../kernel/money.ts';
import { isRefusal, type Outcome } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { Tx } from '../../platform/db/database.ts';
import { tableFile } from '../../platform/table-files/table-file.ts';
import type { TableColumn } from '../../platform/table-files/table-sheet.ts';
import type { exportParts as operation } from './contract.ts';
import { fundSourceNames, leaderNames, programmeNames } from './db/code-names.ts';
import { countParts, type LoanPart, type PartKind, partSlices } from './db/loan-parts.ts';
import { loanTotals } from './db/loan-rows.ts';
import type { LoanSlice } from './db/loan-slice.ts';
import { communePlaces } from './db/places.ts';
import { associationName, describeSlice } from './describe-slice.ts';
import { headLines, LOAN_SOURCE, loanSums, MOST_FILE_ROWS, shortfall } from './domain/file-head.ts';
import { LISTS } from './domain/list-names.ts';
import { type PartWords, partWords } from './domain/part-nouns.ts';
import { comparedOf, sliceOf } from './list-loans.ts';
import { namedParts } from './list-parts.ts';

type Input = InputOf<typeof operation>;
type Row = LoanPart & { readonly partName: string };

/** The parts of a list or slice as a file, with the same head as its loans [PF40] [PF68] [PF75]. */
export async function exportParts(
  { format, by, ...input }: Input,
  context: HandlerContext,
): Promise<Outcome<FileAnswer, 'dateNotPublished' | 'notAllowed'>> {
  const { tx } = context;
  const slice = await sliceOf(input, context);
  if (isRefusal(slice)) return slice;
  const words = partWords(by, await nameOfOne(context, slice));
  const { none } = words;
  const rows = partsInWords(
    context,
    { slice, by, none },
    partSlices(tx, slice, { by, limit: MOST_FILE_ROWS }),
  );
  const about = await describeSlice(context, slice);
  const parts = await countParts(tx, slice, by);
  const title = `${about.title}, theo ${words.noun}`;
  const head = headLines({
    title,
    place: about.place,
    filters: about.filters.map(({ words }) => words),
    dataDate: slice.dataDate,
    comparedDate: comparedOf(slice),
    sums: `${formatInteger(parts)} ${words.noun}, ${loanSums(input.list, await loanTotals(tx, slice))}${shortfall(parts)}`,
    source: LOAN_SOURCE,
  });
  const columns = columnsOf(words, input.list);
  return tableFile(tx, { name: `${title} ${slice.dataDate}`, head, columns, rows }, format);
}

/** The name of the commune, where the slice is of one alone. */
async function nameOfOne(
  { tx }: HandlerContext,
  { communeIds, dataDate }: LoanSlice,
): Promise<string | undefined> {
  if (communeIds.length !== 1) return undefined;
  const [place] = await communePlaces(tx, { communeIds, on: dataDate });
  return place?.communeName;
}

async function* partsInWords(
  { tx }: HandlerContext,
  { slice, by, none }: { readonly slice: LoanSlice; readonly by: PartKind; readonly none: string },
  slices: AsyncIterable<readonly LoanPart[]>,
): AsyncGenerator<readonly Row[]> {
  for await (const parts of slices) {
    const nameOf = await codeNames(tx, { slice, by, codes: parts.map(({ key }) => key) });
    const named = await namedParts(tx, by, parts);
    yield parts.map((part, index) => ({
      ...part,
      partName: part.key === '' ? none : (named[index]?.name ?? nameOf(part.key) ?? ''),
    }));
  }
}

type CodesOfParts = { readonly slice: LoanSlice; readonly by: PartKind; readonly codes: readonly string[] };

/** What the codes of parts are called; villages and customers are named with their parts. */
function codeNames(
  tx: Tx,
  { slice, by, codes }: CodesOfParts,
): Promise<(code: string) => string | undefined> {
  const known: Readonly<Record<PartKind, () => Promise<(code: string) => string | undefined>>> = {
    village: async () => () => undefined,
    customer: async () => () => undefined,
    association: async () => associationName,
    group: async () => finder(await leaderNames(tx, { communeIds: slice.communeIds, codes })),
    programme: async () => finder(await programmeNames(tx, slice.dataDate)),
    fundSource: async () => finder(await fundSourceNames(tx)),
  };
  return known[by]();
}

const finder = (names: ReadonlyMap<string, string>) => (code: string) => names.get(code);

const UNIT = ' (đồng)';

/** The amounts of lists that a column of every part tells already. */
const TOLD: ReadonlySet<string> = new Set(['Dư nợ', 'Quá hạn', 'Khoanh', 'Lãi tồn']);

function columnsOf({ heading }: PartWords, list: Input['list']): readonly TableColumn<Row>[] {
  const weight: TableColumn<Row>[] =
    list === undefined || TOLD.has(LISTS[list].amount)
      ? []
      : [
          {
            heading: `Trong danh sách: ${LISTS[list].amount}${list === 'customers_changed' ? '' : UNIT}`,
            kind: 'number',
            width: 17,
            cell: (part) => part.weightVnd,
          },
        ];
  return [
    { heading: 'Mã', kind: 'text', width: 14, cell: (part) => part.key },
    { heading, kind: 'text', width: 34, cell: (part) => part.partName },
    { heading: 'Số món', kind: 'number', width: 9, cell: (part) => part.loans },
    { heading: 'Số khách hàng', kind: 'number', width: 11, cell: (part) => part.customers },
    ...weight,
    { heading: `Dư nợ${UNIT}`, kind: 'number', width: 17, cell: (part) => part.outstandingVnd },
    { heading: `Quá hạn${UNIT}`, kind: 'number', width: 15, cell: (part) => part.overdueVnd },
    { heading: `Khoanh${UNIT}`, kind: 'number', width: 15, cell: (part) => part.frozenVnd },
    { heading: `Lãi tồn${UNIT}`, kind: 'number', width: 15, cell: (part) => part.unpaidInterestVnd },
  ];
}
