import type { ReactElement } from 'react';
import { type ChartValue, clearestOf, type Frame, type Point, pointAt } from './scale.ts';

/** Something that happened at a point of the line, written beside it. */
export type ChartEvent = { readonly index: number; readonly lines: readonly string[] };

/** About the width of a letter of a note, and the height of its lines. */
const NOTE_LETTER = 6.8;
const NOTE_LINE = 18;

/** What happened at a point of a line, beside it. */
export function EventNote(props: {
  frame: Frame;
  values: readonly ChartValue[];
  others: readonly ChartValue[];
  event: ChartEvent | undefined;
}): ReactElement | null {
  const { frame, values, event } = props;
  const value = event === undefined ? undefined : values[event.index];
  if (event === undefined || value === undefined) return null;
  const { x, y } = pointAt(frame, values.length, event.index, value);
  // On the side where it has room, and below the line, as long as it hides none of it there.
  const isRightHalf = x > (frame.left + frame.right) / 2;
  const longest = Math.max(...event.lines.map(({ length }) => length)) * NOTE_LETTER;
  const areaAt = (foot: number) => ({
    left: isRightHalf ? x - 6 - longest : x + 6,
    right: isRightHalf ? x - 6 : x + 6 + longest,
    top: foot - NOTE_LINE * event.lines.length,
    bottom: foot + 6,
  });
  const below = Math.min(frame.bottom - 12, Math.max(y + 90, frame.top + 90));
  const feet = [y + 54, frame.top + NOTE_LINE * event.lines.length].filter((at) => at < below);
  const drawn = [values, props.others].flatMap((series) => pointsOf(frame, series));
  const area = clearestOf([areaAt(below), ...feet.map(areaAt)], drawn);
  const foot = area.bottom - 6;
  const isAbove = foot < y;
  return (
    <>
      <circle cx={x} cy={y} r="4" fill="var(--bg)" stroke="var(--mark)" strokeWidth="2" />
      <line
        x1={x}
        x2={x}
        y1={isAbove ? y - 7 : y + 7}
        y2={isAbove ? area.top : foot}
        stroke="var(--line-2)"
      />
      {event.lines.map((line, index) => (
        <text
          key={line}
          className="c c-note"
          x={isRightHalf ? x - 6 : x + 6}
          y={foot - NOTE_LINE * (event.lines.length - 1 - index)}
          textAnchor={isRightHalf ? 'end' : 'start'}
        >
          {line}
        </text>
      ))}
    </>
  );
}

/** Where the values that are known stand. */
function pointsOf(frame: Frame, values: readonly ChartValue[]): Point[] {
  return values.flatMap((value, index) =>
    value === undefined ? [] : pointAt(frame, values.length, index, value),
  );
}
