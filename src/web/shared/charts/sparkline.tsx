import type { ReactElement } from 'react';
import { type ChartValue, lineRuns } from './scale.ts';

const WIDTH = 96;
const HEIGHT = 24;

/** A line without axes beside its number, from a zero baseline: the shape of 24 months at a glance. */
export function Sparkline({
  values,
  label,
}: {
  readonly values: readonly ChartValue[];
  readonly label: string;
}): ReactElement {
  const max = Math.max(1, ...values.map((value) => value ?? 0));
  const frame = { left: 1, right: WIDTH - 1, top: 2, bottom: HEIGHT - 2, max };
  return (
    <svg
      className="spark"
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={label}
    >
      <line x1="0" x2={WIDTH} y1={HEIGHT - 2} y2={HEIGHT - 2} stroke="var(--line)" />
      {lineRuns(frame, values).map((points) => (
        <polyline key={points} points={points} fill="none" stroke="var(--mark)" strokeWidth="1.5" />
      ))}
    </svg>
  );
}
