import { type ReactElement, type ReactNode, useState } from 'react';

/**
 * A part that is folded away until something in it asks for a person. What opened by itself stays open once it is answered:
 * it does not close under the eyes of who reads it.
 */
export function AskingPart(props: {
  readonly isAsking: boolean;
  readonly className?: string;
  /** The summary, and below it what is folded away. */
  readonly children: ReactNode;
}): ReactElement {
  const { isAsking } = props;
  const [isOpen, setOpen] = useState(isAsking);
  const [wasAsking, setAsking] = useState(isAsking);
  if (isAsking !== wasAsking) {
    setAsking(isAsking);
    setOpen(isOpen || isAsking);
  }
  return (
    <details
      className={props.className}
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      {props.children}
    </details>
  );
}
