import { type ReactElement, useId } from 'react';
import { AppLink } from '../navigation.tsx';
import { PAPER_WIDTH, useWidth } from './use-width.ts';

/** One bar: its name, its size, what is written at its end and the list it opens. */
export type Bar = {
  readonly key: string;
  readonly name: string;
  readonly size: number;
  readonly text: string;
  readonly detail: string;
  readonly href?: string | undefined;
  /** Frozen debt is hatched, and stands below a line of its own. */
  readonly isHatched?: boolean;
};

const ROW = 30;
/** Closer on paper, where no finger has to meet a number. */
const ROW_ON_PAPER = 22;
const BAR_LEFT = 112;
const TEXT_SPACE = 132;
const FIRST_HATCHED_GAP = 10;

/** Horizontal bars from a common zero, each labelled at its end. */
export function AgeBars({
  label,
  bars,
}: {
  readonly label: string;
  readonly bars: readonly Bar[];
}): ReactElement {
  const { ref, width, isPaper } = useWidth(336, PAPER_WIDTH.half);
  const row = isPaper ? ROW_ON_PAPER : ROW;
  const hatch = useId();
  const largest = Math.max(1, ...bars.map((bar) => bar.size));
  const room = Math.max(40, width - BAR_LEFT - TEXT_SPACE);
  const hatchedFrom = bars.findIndex((bar) => bar.isHatched);
  const topOf = (index: number) =>
    8 + index * row + (hatchedFrom >= 0 && index >= hatchedFrom ? FIRST_HATCHED_GAP : 0);
  const height = topOf(bars.length - 1) + row + 4;
  return (
    <div ref={ref}>
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing whose numbers are links is a group, not an image. */}
      <svg className="chart" viewBox={`0 0 ${width} ${height}`} role="group" aria-label={label}>
        <defs>
          <pattern
            id={hatch}
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="6" height="6" fill="var(--mark-hold)" />
            <line x1="0" x2="0" y1="0" y2="6" stroke="var(--bg)" strokeWidth="2" />
          </pattern>
        </defs>
        {hatchedFrom < 0 ? null : (
          <line
            x1="0"
            x2={width}
            y1={topOf(hatchedFrom) - 11}
            y2={topOf(hatchedFrom) - 11}
            stroke="var(--line)"
          />
        )}
        {bars.map((bar, index) => (
          <BarRow
            key={bar.key}
            bar={bar}
            top={topOf(index)}
            length={(room * bar.size) / largest}
            fill={bar.isHatched ? `url(#${hatch})` : 'var(--mark-bad)'}
          />
        ))}
      </svg>
    </div>
  );
}

function BarRow(props: { bar: Bar; top: number; length: number; fill: string }): ReactElement {
  const { bar, top, length } = props;
  const end = BAR_LEFT + length + 8;
  const name = (
    <text className="c" x="0" y={top + 14}>
      {bar.name}
    </text>
  );
  if (bar.size === 0)
    return (
      <>
        {name}
        <line x1={BAR_LEFT} x2={BAR_LEFT} y1={top} y2={top + 20} stroke="var(--line-2)" />
        <text className="c-s" x={BAR_LEFT + 8} y={top + 14}>
          0
        </text>
      </>
    );
  const text = (
    <text
      className="c-b"
      x={end}
      y={top + 15}
      textDecoration={bar.href === undefined ? undefined : 'underline'}
    >
      {bar.text}
    </text>
  );
  const detail = (
    <text
      className="c"
      x={end + bar.text.length * 8.2 + 4}
      y={top + 15}
      textDecoration={bar.href === undefined ? undefined : 'underline'}
    >
      {bar.detail}
    </text>
  );
  return (
    <>
      {name}
      <rect x={BAR_LEFT} y={top} width={Math.max(1, length)} height="20" fill={props.fill} />
      {bar.href === undefined ? text : <AppLink href={bar.href}>{text}</AppLink>}
      {bar.href === undefined ? detail : <AppLink href={bar.href}>{detail}</AppLink>}
    </>
  );
}
