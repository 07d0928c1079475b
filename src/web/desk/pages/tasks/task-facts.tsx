import type { ReactElement, ReactNode } from 'react';

/** What is known of a task or a directive, each under its word; what is null is left out. */
export function TaskFacts(props: {
  readonly rows: readonly (readonly [word: string, value: ReactNode])[];
}): ReactElement {
  return (
    <dl className="task-facts">
      {props.rows.map(([word, value]) =>
        value === null ? null : (
          <div key={word}>
            <dt>{word}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
