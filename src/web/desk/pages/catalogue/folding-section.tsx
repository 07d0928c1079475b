import { type ReactElement, type ReactNode, useId, useState } from 'react';
import { Icon } from '../../../shared/components/icon.tsx';
import { useIsNarrow } from '../../../shared/use-is-narrow.ts';

/**
 * A part of a long page whose heading opens and closes it. On a phone it stands closed with its count, unless it holds what is looked
 * for; paper shows all of it, whatever stands open.
 */
export function FoldingSection(props: {
  readonly title: string;
  /** How much is in it. */
  readonly note: ReactNode;
  /** Links and buttons for what is in it: there while it is open. */
  readonly actions?: ReactNode;
  /** It holds what somebody looks for. */
  readonly isSought: boolean;
  readonly children: ReactNode;
}): ReactElement {
  const heading = useId();
  const content = useId();
  const isNarrow = useIsNarrow();
  const [pressed, setPressed] = useState<boolean>();
  const isOpen = pressed ?? (props.isSought || !isNarrow);
  return (
    <section className={isOpen ? 'sec folding' : 'sec folding is-folded'} aria-labelledby={heading}>
      <header>
        <h2 id={heading}>
          <button
            type="button"
            className="folding-open"
            aria-expanded={isOpen}
            aria-controls={content}
            onClick={() => setPressed(!isOpen)}
          >
            <Icon name={isOpen ? 'down' : 'next'} />
            {props.title}
          </button>
        </h2>
        <span className="small dim">{props.note}</span>
        {props.actions !== undefined && isOpen ? <span className="push acts">{props.actions}</span> : null}
      </header>
      <div id={content} className="folding-content">
        {props.children}
      </div>
    </section>
  );
}
