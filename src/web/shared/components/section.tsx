import { createContext, Fragment, type ReactElement, type ReactNode, useContext, useId } from 'react';

/** A part of a page: a rule above it, its heading, what is said beside the heading, and its own links at the end. */
export function Section(props: {
  readonly title: string;
  /** The name of the part where its title alone is not unique on the page. */
  readonly label?: string;
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  readonly wide?: boolean;
  /** Nothing in it can be done or read on paper: it is not printed. */
  readonly isScreenOnly?: boolean;
  readonly children: ReactNode;
}): ReactElement {
  const heading = useId();
  return (
    <section
      className={['sec', props.wide ? 'sec-wide' : '', props.isScreenOnly ? 'no-print' : '']
        .filter(Boolean)
        .join(' ')}
      {...(props.label === undefined ? { 'aria-labelledby': heading } : { 'aria-label': props.label })}
    >
      <header>
        <div className="sec-title">
          <h2 id={heading}>{props.title}</h2>
          {props.note === undefined ? null : <span className="small dim">{inPhrases(props.note)}</span>}
        </div>
        {props.actions === undefined ? null : <span className="push acts">{props.actions}</span>}
      </header>
      {props.children}
    </section>
  );
}

/** `3, chưa trả lời 1, đã giao 2` breaks into lines behind its commas only, as long as a line holds what is between them. */
function inPhrases(note: ReactNode): ReactNode {
  if (typeof note !== 'string' || !note.includes(', ')) return note;
  return [...note.matchAll(/.+?(?:, |$)/gsu)].map(({ index, 0: phrase }) => (
    <Fragment key={index}>
      <span className="phrase">{phrase.trimEnd()}</span>{' '}
    </Fragment>
  ));
}

/** What the frame of a page puts below its title, as the first steps of an office. */
export const BelowHead = createContext<ReactNode>(null);

/** The title of a page, what is said below it, and its one or two actions. */
export function PageHead(props: {
  readonly title: string;
  readonly mark?: ReactNode;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}): ReactElement {
  const below = useContext(BelowHead);
  return (
    <>
      <div className="head">
        <div>
          <h1>
            {props.title}
            {props.mark}
          </h1>
          {props.children === undefined ? null : <p>{props.children}</p>}
        </div>
        {props.actions === undefined ? null : <div className="head-acts">{props.actions}</div>}
      </div>
      {below}
    </>
  );
}

/** The last line of a page: where its figures come from and what they leave out. */
export function SourceLine({ children }: { readonly children: ReactNode }): ReactElement {
  return <p className="src">{children}</p>;
}
