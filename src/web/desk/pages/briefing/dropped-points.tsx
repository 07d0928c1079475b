import type { ReactElement } from 'react';
import type { Id } from '../../../../kernel/ids.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { Icon } from '../../../shared/components/icon.tsx';
import { AskingPart } from './asking-part.tsx';
import { useMeeting } from './meeting.tsx';
import { waitingOf } from './outbox.ts';
import { PointChoices } from './point-choices.tsx';
import { MARKS, type Point, type PointPlace } from './point-line.tsx';
import { sentenceOf } from './point-sentence.ts';
import { useKeptForm } from './use-draft.ts';
import { useSentLater } from './use-sent-later.ts';
import { WaitingPoints } from './waiting-points.tsx';

type DroppedProps = { readonly points: readonly Point[]; readonly at: PointPlace };

/** The points that are not raised, folded away unless one of them asks for something; each can be raised again. */
export function DroppedPoints({ points, at }: DroppedProps): ReactElement {
  const write = useSentLater('writeTalkingPoint');
  const { waiting } = useMeeting();
  const changed = new Set(waitingOf(waiting, 'writeTalkingPoint').map(({ input }) => input.key));
  const raise = (point: Point) =>
    void write.run({
      ...at.within,
      key: point.key,
      ownText: point.ownText,
      preparedText: point.ownText === null ? null : sentenceOf(point),
      isDropped: false,
      baseVersion: point.version,
      changeId: crypto.randomUUID() as Id,
    });
  const isAsking = points.some(({ key, others }) => others.length > 0 || changed.has(key));
  return (
    <AskingPart className="no-print" isAsking={isAsking}>
      <summary className="small dim">{points.length} điểm không nêu</summary>
      <ul className="pts is-dropped">
        {points.map((point) => (
          <Dropped key={point.key} point={point} at={at} onRaise={() => raise(point)} />
        ))}
      </ul>
      <Refused error={write.error} />
    </AskingPart>
  );
}

function Dropped(props: {
  readonly point: Point;
  readonly at: PointPlace;
  readonly onRaise: () => void;
}): ReactElement {
  const { point, at } = props;
  const editing = useKeptForm(`point.${point.key}`);
  return (
    <li>
      <Icon name={MARKS[point.mark]} />
      <span>
        {point.ownText ?? sentenceOf(point)}
        <PointChoices point={point} at={at} />
        <WaitingPoints points={at.figures.points} of={point.key} form={editing} />
      </span>
      {at.canWrite ? (
        <button type="button" className="link" onClick={props.onRaise}>
          Nêu lại
        </button>
      ) : null}
    </li>
  );
}
