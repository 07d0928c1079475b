import type { ReactElement } from 'react';
import { addDays, type BusinessDate, formatDate } from '../../../../kernel/dates.ts';
import { ruleTitle, ruleValueText } from '../../../../modules/programmes/domain/rule-texts.ts';
import { formatInteger, formatMonth, formatRate, formatVnd } from '../../../shared/format.ts';
import { Source } from '../catalogue/confidence.tsx';
import { periodText } from '../catalogue/source.ts';
import { Dong } from './dong.tsx';
import { type Derivation, type InterestStep, stepsOf } from './steps.ts';

/** How interest came about: the stretches of days, the sums with their rounding, the dated rules. */
export function DerivationParts({ derivation }: { readonly derivation: Derivation }): ReactElement {
  return (
    <>
      <Stretches derivation={derivation} />
      <Sums derivation={derivation} />
      <Rules derivation={derivation} />
    </>
  );
}

function Stretches({ derivation }: { derivation: Derivation }): ReactElement {
  return (
    <section className="why-part">
      <h3>Số dư từng quãng ngày, đồng</h3>
      {derivation.segments.length === 0 ? (
        <p className="small dim">Không có ngày nào ở giữa.</p>
      ) : (
        <table className="t d">
          <thead>
            <tr>
              <th scope="col">Từ ngày, đến hết</th>
              <th scope="col" className="num">
                Ngày
              </th>
              <th scope="col" className="num">
                Trong hạn
              </th>
              <th scope="col" className="num">
                Quá hạn
              </th>
            </tr>
          </thead>
          <tbody>
            {derivation.segments.map((part) => (
              <tr key={part.from}>
                <td className="nowrap">{daysText(part.from, addDays(part.to, -1))}</td>
                <td className="num">{formatInteger(part.days)}</td>
                <td className="num">
                  <Dong amountVnd={part.inTermVnd} />
                </td>
                <td className="num">
                  <Dong amountVnd={part.overdueVnd} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="small dim in-text">
        Nợ khoanh không tính lãi. Ngày có biến động tính theo số dư sau biến động.
      </p>
    </section>
  );
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}

/** `01–22/10/2026`, over a month's end `23/10–05/11/2026`; of one day only that day. */
function daysText(first: BusinessDate, last: BusinessDate): string {
  if (first === last) return formatDate(last);
  const isSameMonth = formatMonth(first) === formatMonth(last);
  return `${formatDate(first).slice(0, isSameMonth ? 2 : 5)}–${formatDate(last)}`;
}

const PARTS = { inTerm: 'Lãi trong hạn', overdue: 'Lãi quá hạn' } as const;

function Sums({ derivation }: { derivation: Derivation }): ReactElement {
  const steps = stepsOf(derivation);
  return (
    <section className="why-part">
      <h3>Phép tính, lãi suất {formatRate(derivation.rateBpsPerYear)}</h3>
      <dl className="sums">
        {steps.map((step) => (
          <Sum key={step.part} step={step} />
        ))}
        <div className="tot">
          <dt>Cộng</dt>
          <dd>{formatVnd(derivation.totalVnd)}</dd>
        </div>
      </dl>
    </section>
  );
}

function Sum({ step }: { step: InterestStep }): ReactElement {
  const products = step.products.map(
    ({ balanceVnd, days }) => `${formatInteger(balanceVnd)} × ${formatInteger(days)} ngày`,
  );
  return (
    <div>
      <dt>
        {PARTS[step.part]}
        <span className="sub">
          {products.length === 1 ? products[0] : `(${products.join(' + ')})`} × {step.rateText} ÷{' '}
          {step.dayBasis}
        </span>
        <span className="sub">= {step.unrounded}…, làm tròn đến đồng, từ nửa đồng thì lên</span>
      </dt>
      <dd>{formatVnd(step.amountVnd)}</dd>
    </div>
  );
}

function Rules({ derivation }: { derivation: Derivation }): ReactElement {
  return (
    <section className="why-part">
      <h3>Quy tắc</h3>
      <ul className="who-l">
        {derivation.ruleRows.map((row) => (
          <li key={row.rule}>
            <div className="r">
              <span>{ruleTitle(row.rule)}</span>
              <b className="nowrap">{ruleValueText(row.rule, BigInt(row.value))}</b>
            </div>
            <span className="sub">
              {row.validFrom === null ? '' : `${capital(periodText(row.validFrom, null))}. `}
              <Source document={row.document} confidence={row.confidence} />
            </span>
            {row.narrowedTo === '' ? null : <span className="sub">Giá trị riêng: {row.narrowedTo}.</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
