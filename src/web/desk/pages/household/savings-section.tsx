import type { ReactElement } from 'react';
import { formatDate } from '../../../../kernel/dates.ts';
import { Money } from '../../../shared/components/money.tsx';
import { Section } from '../../../shared/components/section.tsx';
import { formatVnd } from '../../../shared/format.ts';
import type { HouseholdLoans } from './household-figures.ts';

type Savings = HouseholdLoans['savings'];

/** The savings books of a household, as a part of its page; nothing where it has none. */
export function Savings({ savings }: { readonly savings: Savings }): ReactElement | null {
  if (savings.length === 0) return null;
  return (
    <Section title="Tiền gửi tiết kiệm">
      <SavingsList savings={savings} />
    </Section>
  );
}

/** Each book with what it holds now and held before. */
export function SavingsList({ savings }: { readonly savings: Savings }): ReactElement {
  return (
    <ul className="who-l">
      {savings.map((book) => (
        <li key={book.bookNo}>
          <div className="r">
            <span>Sổ {book.bookNo}</span>
            {book.balanceVnd === null ? (
              <span className="faint">không có trong số liệu</span>
            ) : (
              <Money amountVnd={book.balanceVnd} />
            )}
          </div>
          <span className="sub">
            {book.before === null
              ? 'chưa có tháng trước'
              : `ngày ${formatDate(book.before.dataDate)}: ${formatVnd(book.before.balanceVnd)}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
