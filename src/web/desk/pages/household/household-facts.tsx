import type { ReactElement } from 'react';
import { type BusinessDate, formatDate } from '../../../../kernel/dates.ts';
import { Dialog } from '../../../shared/components/dialog.tsx';
import { Facts } from '../../../shared/components/figures.tsx';
import { Money } from '../../../shared/components/money.tsx';
import { NumberLink } from '../../../shared/components/number-link.tsx';
import { formatInteger, formatVnd } from '../../../shared/format.ts';
import { AppLink, useNavigation } from '../../../shared/navigation.tsx';
import { paths } from '../../paths.ts';
import { useProgrammeNames } from '../../reference.ts';
import { askedDate, useSearchParams } from '../../use-address.ts';
import {
  FIGURES,
  type FigureWord,
  figuresOf,
  type HouseholdLoans,
  isFigureWord,
  loansBehind,
  SAVINGS,
} from './household-figures.ts';
import { SavingsList } from './savings-section.tsx';
import type { LoanDetail } from './timeline.ts';

type At = { readonly communeCode: string; readonly householdId: string };
type FactsProps = { readonly owned: HouseholdLoans; readonly at: At };

/** The figures at the head of a household's file; each opens at the side what it counts. */
export function HouseholdFacts({ owned, at }: FactsProps): ReactElement {
  const search = useSearchParams();
  const { go } = useNavigation();
  const hrefOf = (figure?: string) =>
    paths.household(at.communeCode, at.householdId, askedDate(search), figure);
  const close = () => go(hrefOf());
  return (
    <>
      <FactRow owned={owned} hrefOf={hrefOf} />
      {isFigureWord(search.so) ? (
        <LoansBehind owned={owned} communeCode={at.communeCode} word={search.so} onClose={close} />
      ) : null}
      {search.so === SAVINGS ? <BooksBehind owned={owned} onClose={close} /> : null}
    </>
  );
}

function FactRow(props: { owned: HouseholdLoans; hrefOf: (figure: string) => string }): ReactElement {
  const figures = figuresOf(props.owned);
  const number = (word: FigureWord | typeof SAVINGS, amountVnd: bigint) => (
    <NumberLink href={props.hrefOf(word)} isZero={amountVnd === 0n}>
      {formatVnd(amountVnd)}
    </NumberLink>
  );
  const dayOf = (word: FigureWord, date: BusinessDate | null) =>
    date === null ? 'chưa có' : <NumberLink href={props.hrefOf(word)}>{formatDate(date)}</NumberLink>;
  return (
    <Facts
      facts={[
        {
          name: 'Dư nợ',
          value: number('du-no', figures.outstandingVnd),
          detail: `${formatInteger(figures.openLoans)} món`,
        },
        { name: 'Quá hạn', value: number('qua-han', figures.overdueVnd) },
        { name: 'Lãi tồn', value: number('lai-ton', figures.unpaidInterestVnd) },
        {
          name: 'Đến hạn sớm nhất',
          value: dayOf('den-han', figures.nextDueOn),
          detail: 'theo phiên giao dịch',
        },
        { name: 'Giao dịch gần nhất', value: dayOf('giao-dich', figures.lastTransactionOn) },
        {
          name: 'Tiết kiệm',
          value: number(SAVINGS, figures.savingsVnd),
          detail: `${formatInteger(figures.savingBooks)} sổ`,
        },
      ]}
    />
  );
}

/** The loans that a figure counts, adding up to it. */
function LoansBehind(props: {
  readonly owned: HouseholdLoans;
  readonly communeCode: string;
  readonly word: FigureWord;
  readonly onClose: () => void;
}): ReactElement {
  const { owned, word } = props;
  const programmeOf = useProgrammeNames();
  const { name, amountOf } = FIGURES[word];
  const loans = loansBehind(owned, word);
  const figures = figuresOf(owned);
  const days = { 'den-han': figures.nextDueOn, 'giao-dich': figures.lastTransactionOn };
  const day = word === 'den-han' || word === 'giao-dich' ? days[word] : null;
  return (
    <Dialog isDrawer title={day === null ? name : `${name}, ${formatDate(day)}`} onClose={props.onClose}>
      <p className="dim">
        {formatInteger(loans.length)} món
        {owned.dataDate === null ? '' : `, số liệu ngày ${formatDate(owned.dataDate)}`}
        {day === null ? '' : '. Số bên phải là dư nợ'}.
      </p>
      <ul className="who-l">
        {loans.map((loan) => (
          <LoanRow
            key={loan.contractNo}
            loan={loan}
            amountVnd={amountOf(loan)}
            href={paths.loan(props.communeCode, loan.contractNo, loan.dataDate)}
            programme={programmeOf(loan.programmeCode) ?? `Chương trình ${loan.programmeCode}`}
          />
        ))}
        {loans.length > 1 && day === null ? (
          <li>
            <div className="r">
              <b>Cộng</b>
              <b>
                <Money amountVnd={loans.reduce((total, loan) => total + amountOf(loan), 0n)} />
              </b>
            </div>
          </li>
        ) : null}
      </ul>
    </Dialog>
  );
}

function LoanRow(props: {
  readonly loan: LoanDetail;
  readonly amountVnd: bigint;
  readonly href: string;
  readonly programme: string;
}): ReactElement {
  return (
    <li>
      <div className="r">
        <AppLink href={props.href}>{props.programme}</AppLink>
        <Money amountVnd={props.amountVnd} />
      </div>
      <span className="sub">
        Khế ước {props.loan.contractNo}
        {props.loan.isClosed ? ', đã tất toán' : ''}
      </span>
    </li>
  );
}

function BooksBehind({
  owned,
  onClose,
}: {
  readonly owned: HouseholdLoans;
  readonly onClose: () => void;
}): ReactElement {
  return (
    <Dialog isDrawer title="Tiết kiệm" onClose={onClose}>
      <SavingsList savings={owned.savings.filter((book) => book.balanceVnd !== null)} />
    </Dialog>
  );
}
