import type { OutputOf } from '../../../../kernel/contract.ts';
import { type BusinessDate, formatDate } from '../../../../kernel/dates.ts';
import type { listLoans, listParts } from '../../../../modules/portfolio/contract.ts';
import type { ListName } from '../../../../modules/portfolio/domain/list-names.ts';
import { formatInteger, formatPhone } from '../../../shared/format.ts';
import { shortCommune, shortVillage } from '../../../shared/names.ts';
import type { NameOf } from '../../reference.ts';
import { amountHeading, weightText } from './list-words.ts';
import { dayOfList } from './loan-columns.tsx';
import type { PaperColumn } from './printed-list.tsx';

type Loan = OutputOf<typeof listLoans>['rows'][number];
type Part = OutputOf<typeof listParts>['rows'][number];

/** Who and where on the papers of a list. */
export type PaperNames = {
  readonly leaderOf: NameOf;
  readonly programmeOf: NameOf;
  /** Where the list is of several communes: the commune's name; otherwise undefined. */
  readonly communeOf: NameOf;
};

/** The columns of a list of loans on paper, one line a loan; phones only for those who may find borrowers. */
export function loanPaperColumns(context: {
  readonly names: PaperNames;
  readonly list: ListName | undefined;
  readonly hasPhones: boolean;
  /** What villages are called there. */
  readonly placeHeading: string;
}): readonly PaperColumn<Loan>[] {
  const { names, list, hasPhones, placeHeading } = context;
  const [dayHeading, dayField] = dayOfList(list);
  return [
    {
      key: 'name',
      heading: 'Hộ vay',
      mm: 32,
      cell: (loan) => <b>{loan.customerName ?? loan.customerCode}</b>,
    },
    { key: 'place', heading: placeHeading, mm: 30, cell: (loan) => villageWords(loan, names) },
    { key: 'group', heading: 'Tổ trưởng', mm: 30, cell: (loan) => groupWords(loan, names) },
    {
      key: 'programme',
      heading: 'Chương trình',
      mm: 33,
      cell: (loan) => names.programmeOf(loan.programmeCode) ?? loan.programmeCode,
    },
    { key: 'contract', heading: 'Khế ước', mm: 32, cell: (loan) => loan.contractNo },
    ...(hasPhones ? [PHONE] : []),
    { key: 'day', heading: dayHeading, mm: 20.5, cell: (loan) => dayText(loan[dayField]) },
    ...weightColumns(list),
    money('outstanding', 'Dư nợ', (loan) => loan.outstandingVnd),
    money('interest', 'Lãi tồn', (loan) => loan.unpaidInterestVnd, 19.5),
  ];
}

const money = (key: string, heading: string, of: (loan: Loan) => bigint, mm = 25): PaperColumn<Loan> => ({
  key,
  heading,
  mm,
  numeric: true,
  cell: (loan) => formatInteger(of(loan)),
});

const PHONE: PaperColumn<Loan> = {
  key: 'phone',
  heading: 'Điện thoại',
  mm: 22,
  cell: ({ phone, phoneWrongSince }) =>
    phone === null ? 'chưa có' : `${formatPhone(phone)}${phoneWrongSince === null ? '' : ' (sai số)'}`,
};

/** What the list adds up; where that is the balance or the interest, what of the balance is overdue or frozen. */
function weightColumns(list: ListName | undefined): readonly PaperColumn<Loan>[] {
  const heading = amountHeading(list);
  if (list === undefined || heading === undefined)
    return [money('arrears', 'Quá hạn, khoanh', (loan) => loan.overdueVnd + loan.frozenVnd, 21)];
  return [
    {
      key: 'weight',
      heading,
      mm: 25,
      numeric: true,
      cell: (loan) => weightText(list, loan.weightVnd ?? 0n),
    },
  ];
}

function villageWords({ villageName, villageCode, communeId }: Loan, { communeOf }: PaperNames): string {
  const commune = communeOf(communeId);
  const village = villageName === null ? `mã ${villageCode}` : shortVillage(villageName);
  return commune === undefined ? village : `${village}, ${shortCommune(commune)}`;
}

function groupWords({ groupCode }: Loan, { leaderOf }: PaperNames): string {
  return groupCode === '' ? 'vay trực tiếp' : (leaderOf(groupCode) ?? `tổ ${groupCode}`);
}

function dayText(date: BusinessDate | null): string {
  return date === null ? 'chưa có' : formatDate(date);
}

/** The columns of a list added up, on paper. */
export function partPaperColumns(context: {
  /** What the parts are called. */
  readonly heading: string;
  readonly list: ListName | undefined;
  readonly nameOf: (part: Part) => string;
}): readonly PaperColumn<Part>[] {
  const { list, nameOf } = context;
  const amount = amountHeading(list);
  const number = (key: string, word: string, of: (part: Part) => bigint | number, mm = 29) => ({
    ...{ key, heading: word, mm, numeric: true },
    cell: (part: Part) => formatInteger(of(part)),
  });
  return [
    { key: 'name', heading: context.heading, mm: 68, cell: (part) => <b>{nameOf(part)}</b> },
    { key: 'code', heading: 'Mã', mm: 25, cell: (part) => part.key },
    number('loans', 'Món', (part) => part.loans, 15),
    number('customers', 'Khách hàng', (part) => part.customers, 18),
    ...(list === undefined || amount === undefined
      ? []
      : [
          {
            ...{ key: 'weight', heading: amount, mm: 28, numeric: true },
            cell: (part: Part) => weightText(list, part.weightVnd ?? 0n),
          },
        ]),
    number('outstanding', 'Dư nợ', (part) => part.outstandingVnd),
    number('overdue', 'Quá hạn', (part) => part.overdueVnd, 26),
    number('frozen', 'Khoanh', (part) => part.frozenVnd, 26),
    number('interest', 'Lãi tồn', (part) => part.unpaidInterestVnd, 26),
  ];
}

type Totals = OutputOf<typeof listParts>['totals'];

/** The sums of a list by the key of its column; `amountText` writes money: with its unit on the screen, bare on paper. */
export function sumsOf(
  list: ListName | undefined,
  totals: Omit<Totals, 'parts'>,
  amountText: (amountVnd: bigint) => string = formatInteger,
): Readonly<Record<string, string>> {
  const { weightVnd, loans, customers, outstandingVnd, overdueVnd, frozenVnd, unpaidInterestVnd } = totals;
  const weight: Readonly<Record<string, string>> =
    list === undefined || amountHeading(list) === undefined
      ? { arrears: formatInteger(overdueVnd + frozenVnd) }
      : { weight: weightText(list, weightVnd ?? 0n, amountText) };
  return {
    ...weight,
    loans: formatInteger(loans),
    customers: formatInteger(customers),
    outstanding: amountText(outstandingVnd),
    overdue: formatInteger(overdueVnd),
    frozen: formatInteger(frozenVnd),
    interest: amountText(unpaidInterestVnd),
  };
}
