import type { BusinessDate } from '../../../kernel/dates.ts';
import type { SeatKey } from './seat.ts';

/** What a conclusion says: the line, who does it, until when. Owner and day may still be open while people type. */
export type ConclusionContent = {
  readonly text: string;
  /** An office of the commune or of the bank; null for a body without one, as a poverty board. */
  readonly ownerSeat: SeatKey | null;
  readonly ownerName: string | null;
  readonly dueOn: BusinessDate | null;
};

/** What comes of a change to a line. */
export type ChangeOutcome = 'applied' | 'unchanged' | 'conflict';

/**
 * What happens to a change that was written against a version of a line [GV8]: it becomes the line where nobody wrote
 * meanwhile; where somebody did, it is kept beside the line until a person chooses; nothing typed is lost. Beside a line that
 * was removed nobody would see it: it becomes that line, whatever version it was written against, also with the words it had.
 */
export function judgeChange(
  standing: ConclusionContent & { readonly version: number; readonly isRemoved: boolean },
  change: ConclusionContent & { readonly baseVersion: number },
): ChangeOutcome {
  if (standing.isRemoved) return 'applied';
  if (sameContent(standing, change)) return 'unchanged';
  return change.baseVersion === standing.version ? 'applied' : 'conflict';
}

/** Whether two say the same. */
export function sameContent(one: ConclusionContent, other: ConclusionContent): boolean {
  return (
    one.text === other.text &&
    one.ownerSeat === other.ownerSeat &&
    one.ownerName === other.ownerName &&
    one.dueOn === other.dueOn
  );
}

/** What a conclusion still lacks before it can become a directive [GV9]. */
export function missingOf({ ownerName, dueOn }: ConclusionContent): ('owner' | 'dueOn')[] {
  return [
    ...(ownerName === null ? (['owner'] as const) : []),
    ...(dueOn === null ? (['dueOn'] as const) : []),
  ];
}
