import type { ReactElement, ReactNode } from 'react';
import { type BusinessDate, formatDate } from '../../../../kernel/dates.ts';
import type { AboutList } from '../../../../modules/portfolio/contract.ts';
import { formatInteger } from '../../../shared/format.ts';
import { useDemo } from '../../reference.ts';

/** A column on paper: its width in millimetres of the 273 that A4 across leaves. */
export type PaperColumn<Row> = {
  readonly key: string;
  readonly heading: string;
  readonly mm: number;
  readonly numeric?: boolean;
  readonly cell: (row: Row) => ReactNode;
};

/** What a list on paper says of itself. */
export type PaperHead = {
  readonly about: AboutList;
  /** In place of the list's own title, where it is added up. */
  readonly title: string;
  readonly dataDate: BusinessDate;
  readonly comparedDate: BusinessDate | null;
  /** How many and how much, as a sentence. */
  readonly sums: string;
};

/**
 * A whole list on A4 across, seen on paper alone: a head that says what, where, when, filtered by what and from where;
 * headings and the line at the foot on every page; rows that no page breaks; the sums at the end.
 */
export function PrintedList<Row>(props: {
  readonly head: PaperHead;
  readonly columns: readonly PaperColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** By the key of the column. */
  readonly totals: Readonly<Record<string, string>>;
}): ReactElement {
  const { head, columns, rows, rowKey, totals } = props;
  return (
    <section className="paper" aria-hidden="true">
      <Head head={head} />
      <table className="paper-t">
        <colgroup>
          <col style={{ width: '10mm' }} />
          {columns.map(({ key, mm }) => (
            <col key={key} style={{ width: `${mm}mm` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th className="num">STT</th>
            {columns.map((column) => (
              <th key={column.key} className={column.numeric ? 'num' : undefined}>
                {column.heading}
              </th>
            ))}
          </tr>
        </thead>
        <tfoot>
          <tr>
            <td colSpan={columns.length + 1}>
              <FootLine head={head} />
            </td>
          </tr>
        </tfoot>
        <tbody>
          {rows.map((row, index) => (
            <tr key={rowKey(row)}>
              <td className="num dim">{formatInteger(index + 1)}</td>
              {columns.map((column) => (
                <td key={column.key} className={column.numeric ? 'num' : undefined}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
          <Sums columns={columns} totals={totals} />
        </tbody>
      </table>
    </section>
  );
}

function Head({ head }: { head: PaperHead }): ReactElement {
  const { about, title, dataDate, comparedDate, sums } = head;
  const demo = useDemo();
  const filters = about.filters.map(({ words }) => words);
  return (
    <header className="paper-head">
      <p className="paper-top">
        <span>{about.place}</span>
        {demo?.isDemo ? <b className="paper-mark">DỮ LIỆU MẪU, ngày mẫu {formatDate(demo.today)}</b> : null}
      </p>
      <h1>{title}</h1>
      <p>
        <b>Số liệu ngày {formatDate(dataDate)}</b>
        {comparedDate === null ? '' : `, so với ngày ${formatDate(comparedDate)}`}. {sums}.
      </p>
      <p>{filters.length === 0 ? 'Không lọc.' : `Lọc: ${filters.join('; ')}.`}</p>
      <p>
        Nguồn: Báo cáo 31 của NHCSXH. Tiền tính bằng đồng.
        {demo === undefined ? '' : ` In ngày ${formatDate(demo.today)}.`}
      </p>
    </header>
  );
}

/** On every page: a sheet that comes loose is still known. */
function FootLine({ head }: { head: PaperHead }): ReactElement {
  const demo = useDemo();
  return (
    <>
      {head.title}, {head.about.place}, số liệu ngày {formatDate(head.dataDate)}
      {demo?.isDemo ? ' · DỮ LIỆU MẪU' : ''} · Giao Ban
    </>
  );
}

function Sums<Row>({
  columns,
  totals,
}: {
  columns: readonly PaperColumn<Row>[];
  totals: Readonly<Record<string, string>>;
}): ReactElement {
  const first = columns.findIndex(({ key }) => Object.hasOwn(totals, key));
  return (
    <tr className="paper-sum">
      <td colSpan={first + 1}>Cộng cả danh sách</td>
      {columns.slice(first).map(({ key }) => (
        <td key={key} className="num">
          {totals[key]}
        </td>
      ))}
    </tr>
  );
}
