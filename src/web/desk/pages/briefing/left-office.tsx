import type { ReactElement } from 'react';
import { givePlace } from '../../../../modules/governance/contract.ts';
import { useCommand } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { Status } from '../../../shared/components/status.tsx';
import { useToast } from '../../../shared/components/toasts.tsx';
import type { Briefing, Within } from './briefing.ts';
import { reachedWords } from './reached-words.ts';

type Attendee = Briefing['attendees'][number];

/**
 * Of somebody invited or told of ahead who has left the office since: who holds it now [GV143] [GV210], and for whoever keeps the list the
 * step that gives them the place [GV163].
 */
export function LeftOffice(props: {
  readonly attendee: Pick<Attendee, 'attendeeId' | 'fullName' | 'leftOffice'>;
  /** Left out where the caller does not keep the list. */
  readonly within?: Within;
}): ReactElement | null {
  const { attendee, within } = props;
  if (attendee.leftOffice === null) return null;
  return (
    <span className="sub">
      <Status tone="warn" icon="warning">
        {attendee.leftOffice}
      </Status>
      {within === undefined ? null : <GivePlace attendee={attendee} within={within} />}
    </span>
  );
}

function GivePlace({
  attendee: { attendeeId, fullName },
  within,
}: {
  readonly attendee: Pick<Attendee, 'attendeeId' | 'fullName'>;
  readonly within: Within;
}): ReactElement {
  const give = useCommand(givePlace);
  const toast = useToast();
  const run = async () => {
    const done = await give.run({ ...within, attendeeId, fullName });
    const text = reachedWords(done?.reached ?? []);
    if (text !== null) toast({ text });
  };
  return (
    <>
      {' '}
      <button
        type="button"
        className="link no-print"
        aria-label={`Đổi theo chức vụ hiện nay: ${fullName}`}
        disabled={give.isBusy}
        onClick={() => void run()}
      >
        Đổi theo chức vụ hiện nay
      </button>
      <Refused error={give.error} />
    </>
  );
}
