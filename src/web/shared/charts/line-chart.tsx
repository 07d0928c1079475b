import type { ReactElement } from 'react';
import { type ChartEvent, EventNote } from './event-note.tsx';
import { axisSteps, type ChartValue, type Frame, lineRuns, pointAt, spread } from './scale.ts';
import { PAPER_WIDTH, useWidth } from './use-width.ts';

type LineChartProps = {
  /** The whole picture in one sentence, for who does not see it. */
  readonly label: string;
  /** One label per value, `mm/yyyy`. */
  readonly months: readonly string[];
  readonly values: readonly ChartValue[];
  readonly name: string;
  /** What it is compared with: dashed, grey. */
  readonly comparator?: { readonly name: string; readonly values: readonly ChartValue[] };
  readonly event?: ChartEvent | undefined;
  readonly format: (value: number) => string;
  readonly formatAxis: (value: number, isTop: boolean) => string;
  /** What it is given on paper: the whole line, or one of two columns. */
  readonly paper: keyof typeof PAPER_WIDTH;
};

const HEIGHT = 232;
/** Of one in a column of paper: the month's first sheet has no more left below what is to be watched. */
const HEIGHT_OF_HALF = 170;
/** Below the baseline: the months. */
const FOOT = 28;
const LEAST_LABEL_SPACE = 150;
/** About the width of a letter of the bold label. */
const LETTER = 8;
const NARROW = 560;
const LEAST = 330;
const CROWDED = 740;

/** A line over months, from a zero baseline, labelled at its end; the comparator is dashed. */
export function LineChart(props: LineChartProps): ReactElement {
  const { ref, width, isPaper } = useWidth(800, PAPER_WIDTH[props.paper]);
  const height = isPaper && props.paper === 'half' ? HEIGHT_OF_HALF : HEIGHT;
  const isNarrow = width < NARROW;
  const steps = axisSteps([...props.values, ...(props.comparator?.values ?? [])]);
  const frame: Frame = {
    left: 46,
    right: isNarrow ? width - 14 : width - labelSpace(props),
    top: isNarrow ? 44 : 16,
    bottom: height - FOOT,
    // Of zeros alone the line lies on the baseline.
    max: steps.at(-1) || 1,
  };
  return (
    <div ref={ref}>
      <svg className="chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={props.label}>
        <Axis frame={frame} steps={steps} formatAxis={props.formatAxis} />
        <Months frame={frame} months={props.months} every={labelStep(width)} />
        {lineRuns(frame, props.comparator?.values ?? []).map((points) => (
          <polyline
            key={points}
            points={points}
            fill="none"
            stroke="var(--mark-2)"
            strokeWidth="1.5"
            strokeDasharray="5 3"
          />
        ))}
        {lineRuns(frame, props.values).map((points) => (
          <polyline
            key={points}
            points={points}
            fill="none"
            stroke="var(--mark)"
            strokeWidth="2.5"
            strokeLinejoin="round"
          />
        ))}
        <EventNote
          frame={frame}
          values={props.values}
          others={props.comparator?.values ?? []}
          event={props.event}
        />
        <EndLabels {...props} frame={frame} isNarrow={isNarrow} />
      </svg>
    </div>
  );
}

function Axis(props: {
  frame: Frame;
  steps: readonly number[];
  formatAxis: LineChartProps['formatAxis'];
}): ReactElement {
  const { frame, steps } = props;
  return (
    <>
      {steps.map((step, index) => {
        const { y } = pointAt(frame, 1, 0, step);
        return (
          <g key={step}>
            <line
              x1={frame.left}
              x2={frame.right}
              y1={y}
              y2={y}
              stroke={index === 0 ? 'var(--line-2)' : 'var(--line)'}
            />
            <text className="c-s" x={frame.left - 8} y={y + 4} textAnchor="end">
              {props.formatAxis(step, index === steps.length - 1)}
            </text>
          </g>
        );
      })}
    </>
  );
}

/** How many months lie between two that are named, so that names never touch. */
function labelStep(width: number): number {
  if (width < LEAST) return 11;
  if (width < NARROW) return 8;
  return width < CROWDED ? 6 : 3;
}

/** Months are named counted back from the last, so that the last one always is. */
function Months({
  frame,
  months,
  every,
}: {
  frame: Frame;
  months: readonly string[];
  every: number;
}): ReactElement {
  const last = months.length - 1;
  return (
    <>
      {months.map((month, index) => {
        if ((last - index) % every !== 0 || index === 0) return null;
        const { x } = pointAt(frame, months.length, index, 0);
        return (
          <g key={month}>
            <line x1={x} x2={x} y1={frame.bottom} y2={frame.bottom + 4} stroke="var(--line-2)" />
            <text
              className="c-s"
              x={x}
              y={frame.bottom + 20}
              textAnchor={index === last && every > 3 ? 'end' : 'middle'}
            >
              {month}
            </text>
          </g>
        );
      })}
    </>
  );
}

/** The names of the lines with their last values; where the last month is missing, the name alone. */
function EndLabels(props: LineChartProps & { frame: Frame; isNarrow: boolean }): ReactElement | null {
  const { frame, values, comparator, isNarrow, format } = props;
  const own = values.at(-1);
  const text = (name: string, value: ChartValue) => (value === undefined ? name : `${name} ${format(value)}`);
  const [ownY = 0, otherY = 0] = spread(
    [heightOf(frame, lastKnown(values)) + 12, heightOf(frame, lastKnown(comparator?.values ?? [])) - 4],
    20,
    frame.bottom,
  );
  const x = isNarrow ? 0 : frame.right + 12;
  return (
    <>
      {own === undefined ? null : (
        <circle cx={frame.right} cy={heightOf(frame, own)} r="4" fill="var(--mark)" />
      )}
      {comparator === undefined || lastKnown(comparator.values) === undefined ? null : (
        <text className="c" x={x} y={isNarrow ? 30 : otherY}>
          {`${isNarrow ? '– – ' : ''}${text(comparator.name, comparator.values.at(-1))}`}
        </text>
      )}
      {lastKnown(values) === undefined ? null : (
        <text className="c-b c-mark" x={x} y={isNarrow ? 12 : ownY}>
          {`${isNarrow ? '— ' : ''}${text(props.name, own)}`}
        </text>
      )}
    </>
  );
}

const lastKnown = (values: readonly ChartValue[]): ChartValue =>
  values.findLast((value) => value !== undefined);

function heightOf(frame: Frame, value: ChartValue): number {
  return pointAt(frame, 1, 0, value ?? 0).y;
}

/** Room for the longest label at the end of the lines. */
function labelSpace({ name, comparator, values, format }: LineChartProps): number {
  const longest = Math.max(name.length, comparator?.name.length ?? 0) + format(values.at(-1) ?? 0).length + 1;
  return Math.max(LEAST_LABEL_SPACE, longest * LETTER + 12);
}
