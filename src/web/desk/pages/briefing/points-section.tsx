import type { ReactElement } from 'react';
import { writeTalkingPoint } from '../../../../modules/governance/contract.ts';
import { isEnded } from '../../../../modules/governance/domain/briefing.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { Icon } from '../../../shared/components/icon.tsx';
import { Section } from '../../../shared/components/section.tsx';
import { may, useMe } from '../../session.tsx';
import type { BriefingFigures } from './briefing.ts';
import { DroppedPoints } from './dropped-points.tsx';
import { ChangedSentence } from './other-figures.tsx';
import { PointForm } from './point-form.tsx';
import { PointLine, type PointPlace } from './point-line.tsx';
import { pointsNote } from './points-note.ts';
import { takeKeyboard, useKeptForm } from './use-draft.ts';
import { useHeldLines } from './use-held-lines.ts';
import { useRaisedPoints } from './use-raised-points.ts';
import { WaitingPoints } from './waiting-points.tsx';

/** The points to raise: sentences from the figures, each to be changed, dropped, moved; and those people added. */
export function PointsSection(props: Omit<PointPlace, 'canWrite'>): ReactElement {
  const me = useMe();
  const adding = useKeptForm('point.new');
  const canWrite = !isEnded(props.briefing.state) && may(me, writeTalkingPoint);
  const at = { ...props, canWrite };
  const { points } = props.figures;
  const raised = useRaisedPoints(props.figures, props.within);
  const dropped = points.filter(({ isDropped }) => isDropped);
  const shown = useHeldLines('point.', raised.keys);
  return (
    <Section
      title="Điểm cần nêu"
      note={pointsNote(props.figures, props.briefing.communeName)}
      actions={
        canWrite && !adding.isOpen ? (
          <button
            type="button"
            className="twin no-print"
            ref={adding.moved === 'closed' ? takeKeyboard : undefined}
            onClick={() => adding.open()}
          >
            <Icon name="plus" />
            Thêm
          </button>
        ) : undefined
      }
    >
      <ul className="pts">
        {shown.map((key) => (
          <PointLine
            key={key}
            pointKey={key}
            point={points.find((one) => one.key === key)}
            at={at}
            raised={raised}
          />
        ))}
        <WaitingPoints points={props.figures.points} form={adding} />
        {pointsOnlyInOther(props.figures).map(({ key, sentence: only }) => (
          <li key={key} className="no-print">
            <Icon name="info" />
            <ChangedSentence figures={props.figures} sentence={only} />
          </li>
        ))}
      </ul>
      <Refused error={raised.error} />
      {canWrite && adding.isOpen ? (
        <PointForm within={at.within} briefing={at.briefing} form={adding} preparedText={null} />
      ) : null}
      {dropped.length === 0 ? null : <DroppedPoints points={dropped} at={at} />}
    </Section>
  );
}

/** Points that only the other figures make [GV29]: they belong to no line above. */
function pointsOnlyInOther({ points, other }: BriefingFigures) {
  return (other?.points ?? []).filter(({ key }) => !points.some((point) => point.key === key));
}
