import { type ReactElement, type ReactNode, useId, useState } from 'react';
import { Icon } from './icon.tsx';

/** What is seldom needed on a phone, behind one button that says what it hides and whether that is open. */
export function Fold(props: {
  readonly label: string;
  /** What of the hidden is at work, so that nobody has to open it to know. */
  readonly note?: string | undefined;
  readonly children: ReactNode;
}): ReactElement {
  const [isOpen, setOpen] = useState(false);
  const partId = useId();
  return (
    <div className="fold no-print">
      <button
        type="button"
        className="btn fold-open"
        aria-expanded={isOpen}
        aria-controls={partId}
        onClick={() => setOpen(!isOpen)}
      >
        <span>
          {props.label}
          {props.note === undefined ? null : <span className="fold-note">{props.note}</span>}
        </span>
        <Icon name="down" />
      </button>
      <div id={partId} hidden={!isOpen}>
        {props.children}
      </div>
    </div>
  );
}
