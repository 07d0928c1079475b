import type { OutputOf } from '../../../../kernel/contract.ts';
import { showResultsBefore } from '../../../../modules/governance/contract.ts';
import { type Answer, useQuestion } from '../../../shared/api/query.ts';
import { may, useMe } from '../../session.tsx';
import type { Within } from './briefing.ts';

/** What came of the conclusions of the briefing before; null where none came before. */
export type ResultsBefore = OutputOf<typeof showResultsBefore>['before'];

/** One conclusion of the briefing before with what came of it. */
export type Result = NonNullable<ResultsBefore>['results'][number];

/** One difficulty that the briefing before gave to somebody, with what came of it [GV126]. */
export type ResultOfDifficulty = NonNullable<ResultsBefore>['difficulties'][number];

/** What is left of the briefings before that one [GV88]. */
export type EarlierResults = NonNullable<NonNullable<ResultsBefore>['earlier']>;

/** What came of the conclusions of last time, for offices that see everybody's tasks [GV84]: page and hall tell the same. */
export function useResultsBefore(
  within: Within,
  hasBefore: boolean,
): Answer<OutputOf<typeof showResultsBefore>> {
  const me = useMe();
  return useQuestion(showResultsBefore, within, { enabled: hasBefore && may(me, showResultsBefore) });
}

/** Those still to be done first, the latest of them before the others. */
export function lateFirst<T extends Pick<Result, 'state' | 'lateDays'>>(results: readonly T[]): readonly T[] {
  const isOver = ({ state }: T) => state === 'done' || state === 'cancelled';
  return results.toSorted((a, b) => Number(isOver(a)) - Number(isOver(b)) || b.lateDays - a.lateDays);
}
