import type { ReactElement } from 'react';
import { formatDate } from '../../../../kernel/dates.ts';
import { type Figure, Figures } from '../../../shared/components/figures.tsx';
import { NumberLink } from '../../../shared/components/number-link.tsx';
import { Change } from '../../../shared/components/status.tsx';
import {
  directionOf,
  formatHundredths,
  formatInteger,
  formatMillions,
  formatPercent,
  formatShort,
  quantityOf,
} from '../../../shared/format.ts';
import { shortOffice, withinSentence } from '../../../shared/names.ts';
import { AppLink } from '../../../shared/navigation.tsx';
import type { ListFilter } from '../../paths.ts';
import { monthVillages, type SectionProps } from './month.ts';
import {
  type ChangingFigure,
  changeNumber,
  type FiguresAt,
  figureNumber,
  type Pair,
  type ShownFigure,
} from './numbers.ts';

/** The six large figures and the line of the month's flows below them. */
export function MonthFigures({ month, communeCode }: SectionProps): ReactElement {
  const filter: ListFilter = { xa: communeCode, ngay: month.dataDate };
  return (
    <>
      <Figures figures={sixFigures(month, filter, detailsOf(month))} />
      <FlowLine
        now={month.now}
        filter={filter}
        monthName={month.dataDate.slice(5, 7)}
        inactiveTitle={month.rules.inactiveTitle}
      />
    </>
  );
}

/** The lines under the figures that differ from page to page. */
export type FigureDetails = {
  readonly frozen?: ReactElement | undefined;
  readonly arrears?: ReactElement | undefined;
  /** Codes of villages without a name: not counted among the villages. */
  readonly unnamedVillages: number;
  /** What the villages are called; of several communes `thôn`. */
  readonly villages: string;
};

function detailsOf(month: SectionProps['month']): FigureDetails {
  const { nextFreezeEndsOn, office } = month;
  return {
    unnamedVillages: month.unnamedVillages,
    villages: monthVillages('thôn', month),
    frozen: nextFreezeEndsOn === null ? undefined : <>, hết {formatDate(nextFreezeEndsOn)}</>,
    arrears:
      office === null || office.arrearsBps === null ? undefined : (
        <>
          {shortOffice(month.officeName ?? 'Phòng giao dịch')} {formatPercent(office.arrearsBps)}
        </>
      ),
  };
}

/** The six large figures of a commune or an office, each opening what adds up to it [PF68]. */
export function sixFigures(pair: Pair, filter: ListFilter, details: FigureDetails): readonly Figure[] {
  const { now } = pair;
  const hrefOf = (figure: ShownFigure) => figureNumber(now, figure, filter).href;
  const count = (figure: CountFigure, noun: string) => (
    <CountOf now={now} figure={figure} filter={filter} noun={noun} />
  );
  const changeOf = (figure: MoneyFigure, better?: 'less') => (
    <MoneyChange pair={pair} figure={figure} filter={filter} better={better} />
  );
  return [
    {
      name: 'Tổng dư nợ',
      quantity: quantityOf(now.outstandingVnd),
      href: hrefOf('outstandingVnd'),
      change: changeOf('outstandingVnd'),
      detail: (
        <>
          {count('loans', 'món')}, {count('programmes', 'chương trình')}
        </>
      ),
    },
    {
      name: 'Hộ còn dư nợ',
      quantity: { value: formatInteger(now.customers), unit: 'hộ' },
      href: hrefOf('customers'),
      change: <CustomersChange pair={pair} filter={filter} />,
      detail: (
        <>
          {count('groups', 'tổ')}, <Villages now={now} filter={filter} details={details} />
        </>
      ),
    },
    {
      name: 'Nợ quá hạn',
      quantity: quantityOf(now.overdueVnd),
      href: hrefOf('overdueVnd'),
      change: changeOf('overdueVnd'),
      detail: count('overdueLoans', 'món'),
    },
    {
      name: 'Nợ khoanh',
      quantity: quantityOf(now.frozenVnd),
      href: hrefOf('frozenVnd'),
      change: changeOf('frozenVnd'),
      detail: (
        <>
          {count('frozenLoans', 'món')}
          {details.frozen}
        </>
      ),
    },
    {
      name: 'Quá hạn + khoanh trên dư nợ',
      quantity: { value: now.arrearsBps === null ? 'chưa có' : formatPercent(now.arrearsBps), unit: '' },
      href: hrefOf('arrearsBps'),
      change: <ShareChange pair={pair} filter={filter} />,
      detail: details.arrears,
    },
    {
      name: 'Lãi tồn',
      quantity: quantityOf(now.unpaidInterestVnd),
      href: hrefOf('unpaidInterestVnd'),
      change: changeOf('unpaidInterestVnd', 'less'),
      detail: <StudentInterest now={now} filter={filter} />,
    },
  ];
}

type CountFigure = 'loans' | 'programmes' | 'groups' | 'overdueLoans' | 'frozenLoans';

function CountOf(props: {
  now: FiguresAt;
  figure: CountFigure;
  filter: ListFilter;
  noun: string;
}): ReactElement {
  const value = props.now[props.figure];
  return (
    <NumberLink href={figureNumber(props.now, props.figure, props.filter).href} isZero={value === 0}>
      {formatInteger(value)} {props.noun}
    </NumberLink>
  );
}

/** The villages by name, and beside them the codes that have none; both open the same rows. */
function Villages(props: { now: FiguresAt; filter: ListFilter; details: FigureDetails }): ReactElement {
  const { villages } = props.now;
  const { unnamedVillages, villages: word } = props.details;
  const named = Math.max(0, villages - unnamedVillages);
  const codes = unnamedVillages === 0 ? '' : `, ${formatInteger(unnamedVillages)} mã ${word} chưa có tên`;
  return (
    <NumberLink href={figureNumber(props.now, 'villages', props.filter).href} isZero={villages === 0}>
      {formatInteger(named)} {word}
      {codes}
    </NumberLink>
  );
}

/** Of the unpaid interest, what students do not pay yet; what is unclear stands beside it, where there is any. */
function StudentInterest({ now, filter }: { now: FiguresAt; filter: ListFilter }): ReactElement {
  const amount = (figure: 'unpaidInterestStudentVnd' | 'unpaidInterestStudentUnclearVnd') => (
    <NumberLink href={figureNumber(now, figure, filter).href} isZero={now[figure] === 0n}>
      {formatMillions(now[figure], 1)}
    </NumberLink>
  );
  return (
    <>
      HSSV chưa đến kỳ trả {amount('unpaidInterestStudentVnd')}
      {now.unpaidInterestStudentUnclearVnd === 0n ? null : (
        <>, chưa rõ {amount('unpaidInterestStudentUnclearVnd')}</>
      )}
    </>
  );
}

type MoneyFigure = Exclude<ChangingFigure, 'customers' | 'arrearsBps'>;
type ChangeProps = { readonly pair: Pair; readonly filter: ListFilter };

function MoneyChange(
  props: ChangeProps & { figure: MoneyFigure; better?: 'less' | undefined },
): ReactElement | null {
  const number = changeNumber(props.pair, props.figure, props.filter);
  if (number === undefined) return null;
  const value = BigInt(number.value);
  return (
    <ChangeLink href={number.href}>
      <Change
        direction={directionOf(value)}
        amount={formatShort(value < 0n ? -value : value)}
        {...(props.better === undefined ? {} : { better: props.better })}
      />
    </ChangeLink>
  );
}

function CustomersChange({ pair, filter }: ChangeProps): ReactElement | null {
  const number = changeNumber(pair, 'customers', filter);
  if (number === undefined) return null;
  const value = Number(number.value);
  return (
    <ChangeLink href={number.href}>
      <Change direction={directionOf(value)} amount={`${formatInteger(Math.abs(value))} hộ`} />
    </ChangeLink>
  );
}

/** The change of the share of overdue and frozen debt; it opens the loans whose debt changed. */
export function ShareChange({ pair, filter }: ChangeProps): ReactElement | null {
  const number = changeNumber(pair, 'arrearsBps', filter);
  const [now, before] = [pair.now.arrearsBps, pair.before?.arrearsBps ?? null];
  if (number === undefined || now === null || before === null) return null;
  return (
    <ChangeLink href={number.href}>
      <Change
        direction={directionOf(now - before)}
        amount={`${formatHundredths(Math.abs(now - before))} điểm %`}
        better="less"
      />
    </ChangeLink>
  );
}

/** A change opens what changed; where nothing did there is nothing to open. */
function ChangeLink({ href, children }: { href: string | undefined; children: ReactElement }): ReactElement {
  if (href === undefined) return children;
  return (
    <AppLink className="n" href={href}>
      {children}
    </AppLink>
  );
}

/** What moved in the month: lent, collected, interest, moved to overdue, without any transaction for long. */
export function FlowLine(props: {
  readonly now: FiguresAt;
  readonly filter: ListFilter;
  readonly monthName: string;
  readonly inactiveTitle: string;
}): ReactElement {
  const { now } = props;
  const money = (figure: FlowFigure) => <Flow {...props} figure={figure} text={formatShort(now[figure])} />;
  const loans = (figure: 'disbursedMonthLoans' | 'inactiveLoans') => (
    <Flow {...props} figure={figure} text={`${formatInteger(now[figure])} món`} />
  );
  return (
    <p className="flow">
      <span>Trong tháng {props.monthName}:</span>
      <span>
        giải ngân {money('disbursedMonthVnd')}, {loans('disbursedMonthLoans')}
      </span>
      <span>thu nợ {money('collectedMonthVnd')}</span>
      <span>thu lãi {money('interestMonthVnd')}</span>
      <span>chuyển quá hạn {money('toOverdueMonthVnd')}</span>
      <span>
        {withinSentence(props.inactiveTitle)} {loans('inactiveLoans')}
      </span>
    </p>
  );
}

type FlowFigure = 'disbursedMonthVnd' | 'collectedMonthVnd' | 'interestMonthVnd' | 'toOverdueMonthVnd';

function Flow(props: {
  now: FiguresAt;
  filter: ListFilter;
  figure: FlowFigure | 'disbursedMonthLoans' | 'inactiveLoans';
  text: string;
}): ReactElement {
  const { value, href } = figureNumber(props.now, props.figure, props.filter);
  return (
    <NumberLink href={href} isZero={BigInt(value) === 0n}>
      {BigInt(value) === 0n ? props.text : <b>{props.text}</b>}
    </NumberLink>
  );
}
