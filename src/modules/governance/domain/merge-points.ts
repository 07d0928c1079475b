import type { z } from 'zod';
import type { talkingPoint } from './point-shapes.ts';
import { POINT_RULES, type PreparedPoint, sentenceOf } from './talking-points.ts';
import type { Touched } from './touched-point.ts';

type TalkingPoint = z.output<typeof talkingPoint>;

/**
 * The points as people have them [GV28]: what a person wrote stands, however the figures change; where the prepared
 * sentence is now another than the one they saw, that one is shown too. Ordered points come first, in their order; a
 * point that the figures no longer make stays when somebody wrote it anew.
 */
export function mergePoints(prepared: readonly PreparedPoint[], touched: readonly Touched[]): TalkingPoint[] {
  const fromFigures = prepared.map((point) =>
    merged(
      point,
      touched.find(({ key }) => key === point.key),
    ),
  );
  const ownAlone = touched
    .filter(({ key, ownText }) => ownText !== null && !prepared.some((point) => point.key === key))
    .map((own) => merged(null, own));
  const place = (point: TalkingPoint) =>
    touched.find(({ key }) => key === point.key)?.position ?? Number.POSITIVE_INFINITY;
  return [...fromFigures, ...ownAlone]
    .map((point, i) => ({ point, place: place(point), i }))
    .sort((a, b) => (a.place === b.place ? a.i - b.i : a.place - b.place))
    .map(({ point }) => point);
}

/** The sentences that are raised: what people wrote, or what was prepared; dropped points left out. */
export function raisedSentences(points: readonly TalkingPoint[]): string[] {
  return points.filter(({ isDropped }) => !isDropped).map((point) => point.ownText ?? sentenceOf(point));
}

function merged(prepared: PreparedPoint | null, touched: Touched | undefined): TalkingPoint {
  const sentence = prepared === null ? null : sentenceOf(prepared);
  const wroteAgainst = touched?.ownText === null || touched === undefined ? null : touched.preparedText;
  return {
    key: prepared?.key ?? touched?.key ?? '',
    rule: prepared === null ? null : POINT_RULES[prepared.key],
    mark: prepared?.mark ?? 'same',
    pieces: (prepared?.pieces ?? []).map((piece) => ({ ...piece })),
    ownText: touched?.ownText ?? null,
    preparedThen: wroteAgainst !== null && wroteAgainst !== sentence ? wroteAgainst : null,
    isDropped: touched?.isDropped ?? false,
    version: touched?.version ?? 0,
    writtenByName: null,
    others: [],
  };
}
