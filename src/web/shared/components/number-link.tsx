import type { ReactElement, ReactNode } from 'react';
import { AppLink } from '../navigation.tsx';

/**
 * A number that opens its list. Zero has no list: it is grey text. Without an address it is plain text, for
 * places where the list lies outside the person's duty.
 */
export function NumberLink(props: {
  readonly href?: string | undefined;
  readonly isZero?: boolean;
  readonly unit?: string;
  readonly label?: string;
  readonly children: ReactNode;
}): ReactElement {
  const text = (
    <>
      {props.children}
      {props.unit === undefined ? null : <small>{props.unit}</small>}
    </>
  );
  if (props.isZero) return <span className="zero">{text}</span>;
  if (props.href === undefined) return <span className="nowrap">{text}</span>;
  return (
    <AppLink className="n" href={props.href} aria-label={props.label}>
      {text}
    </AppLink>
  );
}
