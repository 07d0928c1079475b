import type { ReactElement } from 'react';
import type { Id } from '../../../../kernel/ids.ts';
import { orderTalkingPoints, writeTalkingPoint } from '../../../../modules/governance/contract.ts';
import { isEnded } from '../../../../modules/governance/domain/briefing.ts';
import { listGroups } from '../../../../modules/groups/contract.ts';
import { useCommand } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { Icon, type IconName } from '../../../shared/components/icon.tsx';
import { NumberLink } from '../../../shared/components/number-link.tsx';
import { Section } from '../../../shared/components/section.tsx';
import { may, useMe } from '../../session.tsx';
import type { Briefing, BriefingFigures, Within } from './briefing.ts';
import { ChangedSentence } from './other-figures.tsx';
import { hrefOfPoint } from './point-address.ts';
import { PointChoices } from './point-choices.tsx';
import { PointForm } from './point-form.tsx';
import { useKeptForm } from './use-draft.ts';
import { useSentLater } from './use-sent-later.ts';
import { WaitingPoints } from './waiting-points.tsx';

type Point = BriefingFigures['points'][number];

const MARKS: Readonly<Record<Point['mark'], IconName>> = {
  down: 'fall',
  up: 'rise',
  same: 'equal',
  day: 'clock',
  people: 'people',
};

type At = {
  readonly within: Within;
  readonly briefing: Briefing;
  readonly figures: BriefingFigures;
  readonly communeCode: string;
  readonly canWrite: boolean;
};

/** The points to raise: sentences from the figures, each to be changed, dropped, moved; and those people added. */
export function PointsSection(props: Omit<At, 'canWrite'>): ReactElement {
  const me = useMe();
  const adding = useKeptForm('point.new');
  const order = useCommand(orderTalkingPoints);
  const canWrite = !isEnded(props.briefing.state) && may(me, writeTalkingPoint);
  const at = { ...props, canWrite };
  const raised = props.figures.points.filter(({ isDropped }) => !isDropped);
  const dropped = props.figures.points.filter(({ isDropped }) => isDropped);
  const moveUp = (i: number) => {
    const keys = raised.map(({ key }) => key);
    const [moved] = keys.splice(i, 1);
    if (moved === undefined) return;
    keys.splice(i - 1, 0, moved);
    void order.run({ ...props.within, keys });
  };
  return (
    <Section
      title="Điểm cần nêu"
      note="Hệ thống chuẩn bị từ số liệu, người họp sửa được"
      actions={
        canWrite && !adding.isOpen ? (
          <button type="button" className="twin no-print" onClick={() => adding.open()}>
            <Icon name="plus" />
            Thêm
          </button>
        ) : undefined
      }
    >
      <ul className="pts">
        {raised.map((point, i) => (
          <OnePoint key={point.key} point={point} at={at} onUp={i === 0 ? undefined : () => moveUp(i)} />
        ))}
        <WaitingPoints points={props.figures.points} form={adding} />
        {pointsOnlyInOther(props.figures).map(({ key, sentence: only }) => (
          <li key={key} className="no-print">
            <Icon name="info" />
            <ChangedSentence figures={props.figures} sentence={only} />
          </li>
        ))}
      </ul>
      <Refused error={order.error} />
      {canWrite && adding.isOpen ? (
        <PointForm within={at.within} briefing={at.briefing} form={adding} preparedText={null} />
      ) : null}
      {dropped.length === 0 ? null : <Dropped points={dropped} at={at} />}
    </Section>
  );
}

/** Points that only the other figures make [GV29]: they belong to no line above. */
function pointsOnlyInOther({ points, other }: BriefingFigures) {
  return (other?.points ?? []).filter(({ key }) => !points.some((point) => point.key === key));
}

function OnePoint(props: { point: Point; at: At; onUp: (() => void) | undefined }): ReactElement {
  const { point, at } = props;
  const editing = useKeptForm(`point.${point.key}`);
  const drop = useSentLater('writeTalkingPoint');
  const preparedText = sentence(point);
  const changed = at.figures.other?.points.find(({ key }) => key === point.key);
  if (at.canWrite && editing.isOpen)
    return (
      <li>
        <Icon name={MARKS[point.mark]} />
        <PointForm
          within={at.within}
          briefing={at.briefing}
          form={editing}
          point={{ key: point.key, text: point.ownText ?? preparedText, version: point.version }}
          preparedText={point.key.startsWith('own:') ? null : preparedText}
          hasReset={point.ownText !== null}
        />
      </li>
    );
  return (
    <li>
      <Icon name={MARKS[point.mark]} />
      <span>
        {point.ownText ?? <Sentence point={point} at={at} />}
        {point.preparedThen === null ? null : (
          <span className="sub">
            Số liệu đã đổi sau khi sửa câu này. Nay là:{' '}
            {preparedText === '' ? 'không còn điểm này' : preparedText}
          </span>
        )}
        <PointChoices point={point} at={at} />
        <WaitingPoints points={[]} of={point.key} form={editing} />
        <Refused error={drop.error} />
        {changed === undefined ? null : <ChangedSentence figures={at.figures} sentence={changed.sentence} />}
      </span>
      {at.canWrite ? (
        <span className="pts-acts no-print">
          {props.onUp === undefined ? null : (
            <IconButton icon="rise" label={`Đưa lên: ${preparedText}`} onPress={props.onUp} />
          )}
          <IconButton icon="edit" label={`Sửa câu: ${preparedText}`} onPress={() => editing.open()} />
          <IconButton
            icon="cross"
            label={`Không nêu: ${preparedText}`}
            onPress={() =>
              void drop.run({
                ...at.within,
                key: point.key,
                ownText: point.ownText,
                preparedText: point.ownText === null ? null : preparedText,
                isDropped: true,
                baseVersion: point.version,
                changeId: crypto.randomUUID() as Id,
              })
            }
          />
        </span>
      ) : null}
    </li>
  );
}

function IconButton(props: { icon: IconName; label: string; onPress: () => void }): ReactElement {
  return (
    <button
      type="button"
      className="icon-btn"
      aria-label={props.label}
      title={props.label}
      onClick={props.onPress}
    >
      <Icon name={props.icon} />
    </button>
  );
}

function Sentence({ point, at }: { point: Point; at: At }): ReactElement {
  const me = useMe();
  return (
    <>
      {point.pieces.map(({ text, link }) =>
        link === null ? (
          text
        ) : (
          <NumberLink
            key={JSON.stringify(link)}
            href={hrefOfPoint(link, { ...at, seesGroups: may(me, listGroups) })}
          >
            {text}
          </NumberLink>
        ),
      )}
    </>
  );
}

function sentence({ pieces }: Point): string {
  return pieces.map(({ text }) => text).join('');
}

function Dropped({ points, at }: { points: readonly Point[]; at: At }): ReactElement {
  const write = useSentLater('writeTalkingPoint');
  return (
    <details className="no-print" open={points.some(({ others }) => others.length > 0) || undefined}>
      <summary className="small dim">{points.length} điểm không nêu</summary>
      <ul className="pts is-dropped">
        {points.map((point) => (
          <li key={point.key}>
            <Icon name={MARKS[point.mark]} />
            <span>
              {point.ownText ?? sentence(point)}
              <PointChoices point={point} at={at} />
            </span>
            {at.canWrite ? (
              <button
                type="button"
                className="link"
                onClick={() =>
                  void write.run({
                    ...at.within,
                    key: point.key,
                    ownText: point.ownText,
                    preparedText: point.ownText === null ? null : sentence(point),
                    isDropped: false,
                    baseVersion: point.version,
                    changeId: crypto.randomUUID() as Id,
                  })
                }
              >
                Nêu lại
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      <Refused error={write.error} />
    </details>
  );
}
