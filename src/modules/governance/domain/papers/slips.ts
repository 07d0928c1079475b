import type { Minutes } from '../minutes.ts';

type Conclusion = Minutes['conclusions'][number];

/** What one owner was given. */
export type Slip = {
  readonly ownerName: string;
  /** The person, where an office is held by one; what stands below their signature. */
  readonly personName: string | null;
  readonly conclusions: readonly Conclusion[];
};

/**
 * The conclusions of a meeting by whom they were given to, in the order of first mention [GV66]. Those without owner have no slip;
 * whom else the commune gives none, {@link ownersWithoutSlip} names.
 */
export function slipsOf(conclusions: readonly Conclusion[]): Slip[] {
  const byOwner = new Map<string, Conclusion[]>();
  for (const conclusion of conclusions) {
    if (conclusion.ownerName === null || isWithoutSlip(conclusion)) continue;
    const key = `${conclusion.ownerSeat ?? ''}\n${conclusion.ownerName}`;
    byOwner.set(key, [...(byOwner.get(key) ?? []), conclusion]);
  }
  return [...byOwner.values()].map((given) => ({
    ownerName: given[0]?.ownerName ?? '',
    personName: personOf(given[0]),
    conclusions: given,
  }));
}

/** Who was given something and gets no slip, each once: the commune's chair, who gives them all [GV66], and the bank [GV113]. */
export function ownersWithoutSlip(conclusions: readonly Conclusion[]): string[] {
  const names = conclusions.filter(isWithoutSlip).map(({ ownerName }) => ownerName ?? '');
  return [...new Set(names)].filter((name) => name !== '');
}

function isWithoutSlip({ ownerSeat, isWithoutSlip: isOfBank }: Conclusion): boolean {
  return isOfBank === true || ownerSeat === 'communeChair';
}

/** The numbers that a paper takes in the register: one, or of slips one for each [GV66]. */
export type NumbersTaken = { readonly first: number; readonly last: number };

/** The numbers of slips whose first has been taken. */
export function numbersOfSlips(first: number, conclusions: readonly Conclusion[]): NumbersTaken {
  return { first, last: first + Math.max(1, slipsOf(conclusions).length) - 1 };
}

/** The first number that both take; undefined where they have none in common. */
export function sharedNumber(one: NumbersTaken, other: NumbersTaken): number | undefined {
  const first = Math.max(one.first, other.first);
  return first <= Math.min(one.last, other.last) ? first : undefined;
}

/** An owner with a seat is written `Trần Thị Hạnh, Hội Liên hiệp Phụ nữ`; a vacant seat by its title alone. */
function personOf(conclusion: Conclusion | undefined): string | null {
  const [person, title] = (conclusion?.ownerName ?? '').split(', ');
  return conclusion?.ownerSeat != null && title !== undefined ? (person ?? null) : null;
}
