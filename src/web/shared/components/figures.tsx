import type { ReactElement, ReactNode } from 'react';
import type { Quantity } from '../format.ts';
import { NumberLink } from './number-link.tsx';

/** One large figure: its name, the number that opens its list, what changed, and one line of detail. */
export type Figure = {
  readonly name: string;
  readonly quantity: Quantity;
  readonly href?: string | undefined;
  readonly change?: ReactNode;
  readonly detail?: ReactNode;
};

/** The row of large figures at the head of a page. */
export function Figures({ figures }: { readonly figures: readonly Figure[] }): ReactElement {
  return (
    <dl className={`figs figs-${figures.length}`}>
      {figures.map((figure) => (
        <div key={figure.name}>
          <dt>{figure.name}</dt>
          <dd>
            <NumberLink
              href={figure.href}
              {...(figure.quantity.unit === '' ? {} : { unit: figure.quantity.unit })}
            >
              {figure.quantity.value}
            </NumberLink>
          </dd>
          {figure.change === undefined ? null : <dd className="figs-change">{figure.change}</dd>}
          {figure.detail === undefined ? null : <dd className="figs-detail">{figure.detail}</dd>}
        </div>
      ))}
    </dl>
  );
}

/** Facts in the same row, smaller: the head of a file. */
export function Facts(props: {
  readonly facts: readonly {
    readonly name: string;
    readonly value: ReactNode;
    readonly detail?: ReactNode;
  }[];
}): ReactElement {
  return (
    <dl className={`facts facts-${props.facts.length}`}>
      {props.facts.map((fact) => (
        <div key={fact.name}>
          <dt>{fact.name}</dt>
          <dd>{fact.value}</dd>
          {fact.detail === undefined ? null : <dd className="facts-detail">{fact.detail}</dd>}
        </div>
      ))}
    </dl>
  );
}
