import type { ReactElement } from 'react';
import type { Recipient } from './invitations.ts';

/** The invitations of those who get them on paper, a sheet each; on paper only. */
export function Letters({ recipients }: { readonly recipients: readonly Recipient[] }): ReactElement {
  return (
    <div className="letters" aria-hidden="true">
      {recipients.map(({ attendeeId, text }) => (
        <article key={attendeeId} className="letter">
          <h2>Giấy mời</h2>
          <p>{text}</p>
        </article>
      ))}
    </div>
  );
}
