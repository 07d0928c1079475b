import { Fragment, type ReactElement } from 'react';
import type { Id } from '../../../../kernel/ids.ts';
import { Icon } from '../../../shared/components/icon.tsx';
import type { BriefingFigures } from './briefing.ts';
import { useMeeting } from './meeting.tsx';
import { type Waiting, waitingOf } from './outbox.ts';
import type { PointDraft } from './point-form.tsx';
import type { KeptForm } from './use-draft.ts';
import { WaitingNote } from './waiting-note.tsx';

/** What was written of points and that the server does not have yet: of the point `of`, or of those that no line shows. */
export function WaitingPoints(props: {
  readonly points: BriefingFigures['points'];
  readonly of?: string;
  readonly form: KeptForm;
}): ReactElement {
  const { waiting, drop } = useMeeting();
  const isShown = ({ key }: { key: string }) =>
    props.of === undefined ? !props.points.some((point) => point.key === key) : key === props.of;
  const mend = ({ entryId, input }: Waiting<'writeTalkingPoint'>) => {
    const { key, ownText, baseVersion, changeId } = input;
    drop(entryId);
    props.form.open({ key, text: ownText ?? '', baseVersion, changeId } satisfies PointDraft);
  };
  return (
    <>
      {waitingOf(waiting, 'writeTalkingPoint')
        .filter(({ input }) => isShown(input))
        .map((entry) => {
          const note = (
            <WaitingNote
              entry={entry}
              text={wordsOf(entry.input)}
              onMend={() => mend(entry)}
              anew={() => againstStanding(entry, props.points)}
            />
          );
          if (props.of !== undefined) return <Fragment key={entry.entryId}>{note}</Fragment>;
          return (
            <li key={entry.entryId}>
              <Icon name="edit" />
              {note}
            </li>
          );
        })}
    </>
  );
}

/** The same change of what stands now, as another one. */
function againstStanding(
  { kind, entryId, input }: Waiting<'writeTalkingPoint'>,
  points: BriefingFigures['points'],
): Waiting {
  const standing = points.find(({ key }) => key === input.key);
  const changed = {
    baseVersion: standing?.version ?? input.baseVersion,
    changeId: crypto.randomUUID() as Id,
  };
  return { kind, entryId, input: { ...input, ...changed } };
}

function wordsOf({ isDropped, ownText }: Waiting<'writeTalkingPoint'>['input']): string {
  if (isDropped) return 'không nêu điểm này';
  return ownText ?? 'nêu lại điểm này';
}
