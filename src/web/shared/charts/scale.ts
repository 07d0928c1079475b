/** A value on a chart; undefined where nothing is known: the line is broken there, never drawn at zero. */
export type ChartValue = number | undefined;

/**
 * The steps of an axis from zero: whole round numbers, as the values are, up to five above it, the last not below any value; zero alone where
 * all are zero.
 */
export function axisSteps(values: readonly ChartValue[]): readonly number[] {
  const largest = Math.max(0, ...values.map((value) => value ?? 0));
  if (largest === 0) return [0];
  const rough = largest / 4;
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const round = [1, 2, 2.5, 5, 10].map((factor) => factor * magnitude);
  const step = round.find((size) => size >= rough && Number.isInteger(size)) ?? Math.ceil(rough);
  const count = Math.ceil(largest / step);
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}

/** A point on the drawing, in pixels. */
export type Point = { readonly x: number; readonly y: number };

/** The frame a line is drawn in: left, right, top and bottom edges in pixels, and the value at the top. */
export type Frame = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly max: number;
};

/** Where the `index`-th of `count` values stands. */
export function pointAt(frame: Frame, count: number, index: number, value: number): Point {
  const share = count <= 1 ? 1 : index / (count - 1);
  return {
    x: frame.left + (frame.right - frame.left) * share,
    y: frame.bottom - ((frame.bottom - frame.top) * value) / frame.max,
  };
}

/** The unbroken runs of a series, each as the text a `polyline` takes. */
export function lineRuns(frame: Frame, values: readonly ChartValue[]): readonly string[] {
  const runs: string[][] = [];
  let isOpen = false;
  values.forEach((value, index) => {
    if (value === undefined) {
      isOpen = false;
      return;
    }
    const { x, y } = pointAt(frame, values.length, index, value);
    if (!isOpen) runs.push([]);
    isOpen = true;
    runs.at(-1)?.push(`${x.toFixed(1)},${y.toFixed(1)}`);
  });
  return runs.map((run) => run.join(' '));
}

/** A part of the drawing, in pixels. */
export type Area = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

/** Of several places for a note the first that the fewest points of the lines lie in. */
export function clearestOf(areas: readonly [Area, ...Area[]], points: readonly Point[]): Area {
  const hidden = ({ left, right, top, bottom }: Area) =>
    points.filter(({ x, y }) => x >= left && x <= right && y >= top && y <= bottom).length;
  return areas.reduce((best, area) => (hidden(area) < hidden(best) ? area : best));
}

/**
 * Moves labels that stand at nearly the same height apart, keeping their order and staying inside the edges.
 *
 * @param heights where the labels want to stand, top first after sorting
 */
export function spread(heights: readonly number[], gap: number, bottom: number): readonly number[] {
  const order = heights.map((_, index) => index).sort((a, b) => (heights[a] ?? 0) - (heights[b] ?? 0));
  const placed = [...heights];
  order.forEach((index, rank) => {
    const above = order[rank - 1];
    const least = above === undefined ? gap / 2 : (placed[above] ?? 0) + gap;
    placed[index] = Math.max(heights[index] ?? 0, least);
  });
  const overflow = Math.max(0, Math.max(...placed) - bottom);
  return placed.map((height) => height - overflow);
}

/**
 * The number a cell shows, read back from its text: `2,5` is 2.5, `1.234` is 1234, `<0,1` is 0.1. Cells that read alike
 * are shaded alike, whatever stands behind what was rounded.
 */
export function shownNumber(text: string): number {
  return Number(text.replace(/[.<]/g, '').replace(',', '.').replace('−', '-'));
}

/** The level of a heat cell: 0 for nothing, then four shades by quarters of the largest value shown. */
export function heatLevel(value: number, largest: number): 0 | 1 | 2 | 3 | 4 {
  if (value <= 0 || largest <= 0) return 0;
  const share = value / largest;
  if (share > 0.91) return 4;
  if (share > 0.65) return 3;
  return share > 0.5 ? 2 : 1;
}
