import type { AgendaDraft } from './agenda.ts';

/**
 * What happens to a change that was written against a version of what stands [GV89] [GV90]: `unchanged` where it says the same, as
 * when it is sent again after a lost answer; `stale` where somebody else has written meanwhile.
 */
export function judgeTold(standing: {
  readonly version: number;
  readonly baseVersion: number;
  readonly isSame: boolean;
}): 'applied' | 'unchanged' | 'stale' {
  if (standing.isSame) return 'unchanged';
  return standing.baseVersion === standing.version ? 'applied' : 'stale';
}

type Item = AgendaDraft & { readonly id: string; readonly note?: string | null | undefined };

/** Whether two agendas say the same, in the same order; when an item was reached is no part of it. */
export function sameAgenda(one: readonly Item[], other: readonly Item[]): boolean {
  return (
    one.length === other.length &&
    one.every((item, i) => {
      const there = other[i];
      return (
        item.id === there?.id &&
        item.title === there.title &&
        item.minutes === there.minutes &&
        (item.note ?? null) === (there.note ?? null)
      );
    })
  );
}
