import { z } from 'zod';
import { count, date, vnd } from '../../../kernel/contract.ts';
import { canonicalText } from './minutes.ts';
import { pointMark, pointPieces } from './point-shapes.ts';
import { partFigures } from './shapes.ts';
import { POINT_RULES, type PointKey, sentenceOf } from './talking-points.ts';

const KEYS = Object.keys(POINT_RULES) as [PointKey, ...PointKey[]];

/** The words of figures that were kept before they said themselves how their column is called. */
const INACTIVE_TITLE_BEFORE = 'Không giao dịch 3 tháng';

/** What falls due at a session of the briefing's point. */
const dueSession = z.object({
  /** The regular day, by which debts fall due. */
  sessionOn: date,
  /** The day the session is held. */
  heldOn: date,
  /** In a commune of several points, those whose session it is [GV240]; none of figures kept before that was asked. */
  pointNames: z.array(z.string()).default([]),
  loans: count,
  amountVnd: vnd,
  customers: count,
  reachableCustomers: count,
});

/** The figures of a briefing at a data date. */
export const briefingFigures = z.object({
  /** Null while the commune has no figures. */
  dataDate: date.nullable(),
  /** Which publication of the data date; null where the commune is missing from it. */
  versionNumber: count.nullable(),
  comparedDate: date.nullable(),
  /** What `inactiveLoans` are called, with the months of the rule by which the date was published [GV92]. */
  inactiveTitle: z.string().default(INACTIVE_TITLE_BEFORE),
  total: partFigures.nullable(),
  associations: z.array(partFigures),
  groups: z.array(
    partFigures.extend({
      villageName: z.string().nullable(),
      associationCode: z.string(),
      grade: z.string().nullable(),
    }),
  ),
  due: dueSession.nullable(),
  /** The session after that one, where something falls due at both [GV257]; none of figures kept before that was asked. */
  dueNext: dueSession.nullable().default(null),
});

/** The same with the sentences made from them, before people's hands touched those: what is kept of a briefing [GV29]. */
export const preparedFigures = briefingFigures.extend({
  points: z
    .array(
      z.object({
        key: z.enum(KEYS),
        mark: pointMark,
        pieces: pointPieces.readonly(),
      }),
    )
    .readonly(),
});

/** Figures of a briefing before people's hands touched the points. */
export type PreparedFigures = z.output<typeof preparedFigures>;

/** A point whose sentence other figures make differently; null where they make none. */
export type ChangedPoint = { readonly key: PointKey; readonly sentence: string | null };

/**
 * Whether two say the same of the commune's loans [GV29]: the data date with its version, every amount, every change. Who can be
 * reached and how groups are graded changes day by day and is no other month.
 */
export function sameFigures(one: PreparedFigures, other: PreparedFigures): boolean {
  return canonicalText(loansOf(one)) === canonicalText(loansOf(other));
}

function loansOf(figures: PreparedFigures) {
  const { points: _, due: __, dueNext: ___, inactiveTitle: ____, ...loans } = preparedFigures.encode(figures);
  return {
    ...loans,
    // Names and grades are the registers', not the bank's files'.
    groups: loans.groups.map(({ name: _, villageName: __, grade: ___, ...amounts }) => amounts),
  };
}

/** The points that other figures tell differently, in the order of the rules [GV29]. */
export function changedPoints(standing: PreparedFigures, other: PreparedFigures): ChangedPoint[] {
  const sentenceIn = ({ points }: PreparedFigures, key: PointKey) => {
    const point = points.find((one) => one.key === key);
    return point === undefined ? null : sentenceOf(point);
  };
  return KEYS.map((key) => ({ key, sentence: sentenceIn(other, key) })).filter(
    ({ key, sentence }) => sentence !== sentenceIn(standing, key),
  );
}
