import type { ReactElement } from 'react';
import { Icon, type IconName } from '../../../shared/components/icon.tsx';
import type { Briefing, BriefingFigures, Within } from './briefing.ts';
import { ChangedSentence } from './other-figures.tsx';
import { PointChoices } from './point-choices.tsx';
import { PointForm, type PointFormProps } from './point-form.tsx';
import { sentenceOf, shownSentenceOf } from './point-sentence.ts';
import { PointText } from './point-text.tsx';
import { type KeptForm, takeKeyboard, useKeptForm } from './use-draft.ts';
import type { RaisedPoints } from './use-raised-points.ts';
import { WaitingPoints } from './waiting-points.tsx';

/** A point to raise. */
export type Point = BriefingFigures['points'][number];

/** What stands before a point, by how its figure moved. */
export const MARKS: Readonly<Record<Point['mark'], IconName>> = {
  down: 'fall',
  up: 'rise',
  same: 'equal',
  day: 'clock',
  people: 'people',
};

/** Where points are shown, and whether they are written in there. */
export type PointPlace = {
  readonly within: Within;
  readonly briefing: Briefing;
  readonly figures: BriefingFigures;
  readonly communeCode: string;
  readonly canWrite: boolean;
};

/**
 * A point as it is raised or while it is written anew; one that another dropped or took back meanwhile, as long as its form is open
 * here [GV119].
 */
export function PointLine(props: {
  readonly pointKey: string;
  /** Undefined: it is gone. */
  readonly point: Point | undefined;
  readonly at: PointPlace;
  readonly raised: RaisedPoints;
}): ReactElement | null {
  const { pointKey, point, at } = props;
  const editing = useKeptForm(`point.${pointKey}`);
  const preparedText = point === undefined ? '' : sentenceOf(point);
  if (at.canWrite && editing.isOpen)
    return (
      <li>
        <Icon name={point === undefined ? 'edit' : MARKS[point.mark]} />
        <PointForm
          within={at.within}
          briefing={at.briefing}
          form={editing}
          point={{
            key: pointKey,
            text: point?.ownText ?? preparedText,
            version: point?.version ?? 0,
          }}
          preparedText={point === undefined || pointKey.startsWith('own:') ? null : preparedText}
          hasReset={point !== undefined && point.ownText !== null && !point.isDropped}
          meanwhile={meanwhileOf(pointKey, point)}
        />
      </li>
    );
  return point === undefined || point.isDropped ? null : (
    <Raised
      point={point}
      at={at}
      editing={editing}
      onUp={props.raised.upOf(pointKey)}
      onDrop={() => props.raised.drop(point)}
    />
  );
}

/** Why a point whose form is open is not raised any more; undefined: it is. */
function meanwhileOf(key: string, point: Point | undefined): PointFormProps['meanwhile'] {
  if (point === undefined)
    return {
      what: key.startsWith('own:') ? 'Điểm này đã được bỏ.' : 'Số liệu nay không còn điểm này.',
      version: undefined,
    };
  if (!point.isDropped) return undefined;
  const stands = point.ownText === null ? '' : ` Câu đang có: “${point.ownText}”.`;
  return {
    what: `${point.writtenByName ?? 'Có người'} đã chọn không nêu điểm này.${stands}`,
    version: point.version,
  };
}

function Raised(props: {
  readonly point: Point;
  readonly at: PointPlace;
  readonly editing: KeptForm;
  readonly onUp: (() => void) | undefined;
  readonly onDrop: () => void;
}): ReactElement {
  const { point, at, editing } = props;
  const shown = shownSentenceOf(point);
  const changed = at.figures.other?.points.find(({ key }) => key === point.key);
  return (
    <li>
      <Icon name={MARKS[point.mark]} />
      <span>
        <PointText point={point} at={at} />
        <PointChoices point={point} at={at} />
        <WaitingPoints points={at.figures.points} of={point.key} form={editing} />
        {changed === undefined ? null : <ChangedSentence figures={at.figures} sentence={changed.sentence} />}
      </span>
      {at.canWrite ? (
        <span className="pts-acts no-print">
          {props.onUp === undefined ? null : (
            <IconButton icon="rise" label={`Đưa lên: ${shown}`} onPress={props.onUp} />
          )}
          <IconButton
            icon="edit"
            label={`Sửa câu: ${shown}`}
            hasKeyboard={editing.moved === 'closed'}
            onPress={() => editing.open()}
          />
          <IconButton icon="cross" label={`Không nêu: ${shown}`} onPress={props.onDrop} />
        </span>
      ) : null}
    </li>
  );
}

function IconButton(props: {
  icon: IconName;
  label: string;
  hasKeyboard?: boolean;
  onPress: () => void;
}): ReactElement {
  return (
    <button
      type="button"
      className="icon-btn"
      aria-label={props.label}
      title={props.label}
      ref={props.hasKeyboard ? takeKeyboard : undefined}
      onClick={props.onPress}
    >
      <Icon name={props.icon} />
    </button>
  );
}
