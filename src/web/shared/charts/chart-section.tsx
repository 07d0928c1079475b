import { type ReactElement, type ReactNode, useState } from 'react';
import { Icon } from '../components/icon.tsx';
import { Section } from '../components/section.tsx';

/** The numbers of a chart as a table. */
export type Twin = {
  readonly headings: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
};

/** A section with a chart and its twin: "Xem bảng số" turns the picture into the table of its numbers. */
export function ChartSection(props: {
  readonly title: string;
  readonly actions?: ReactNode;
  readonly wide?: boolean;
  readonly twin: Twin;
  readonly children: ReactNode;
}): ReactElement {
  const [isTable, setTable] = useState(false);
  return (
    <Section
      title={props.title}
      wide={props.wide ?? false}
      actions={
        <>
          {props.actions}
          <button
            type="button"
            className="twin no-print"
            aria-pressed={isTable}
            onClick={() => setTable(!isTable)}
          >
            <Icon name={isTable ? 'bars' : 'table'} />
            {isTable ? 'Xem biểu đồ' : 'Xem bảng số'}
          </button>
        </>
      }
    >
      {isTable ? <TwinTable title={props.title} twin={props.twin} /> : props.children}
    </Section>
  );
}

function TwinTable({ title, twin }: { title: string; twin: Twin }): ReactElement {
  return (
    // The only part of a page that scrolls on its own, so it can be reached by the keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the focus.
    <section className="twin-table" aria-label={`${title}, bảng số`} tabIndex={0}>
      <table className="t d">
        <thead>
          <tr>
            {twin.headings.map((heading, index) => (
              <th key={heading} scope="col" className={index === 0 ? undefined : 'num'}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {twin.rows.map((row) => (
            <tr key={row.key}>
              {row.cells.map((cell, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells are known by their column alone.
                <td key={index} className={index === 0 ? undefined : 'num'}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
