import type { Minutes } from '../minutes.ts';
import { withoutPersonalNumbers } from '../personal-numbers.ts';
import type { SeatShown } from '../seat.ts';
import { holderOfTask, labelInMeeting, NOBODY } from '../seats.ts';

type Conclusion = Minutes['conclusions'][number];

/** What a meeting gave to somebody: a conclusion, or a difficulty [GV126]. */
export type LineGiven = Omit<Conclusion, 'id'>;

/** What the lines given are read from. */
export type Giving = Pick<Minutes, 'conclusions' | 'difficulties'>;

/**
 * All that a meeting gave, the conclusions first [GV126]. A difficulty is said with whom it is about and, as in the minutes, without
 * phones and identity numbers [GV108]; minutes closed before difficulties became tasks give none.
 */
export function linesGiven({ conclusions, difficulties }: Giving): LineGiven[] {
  const given = difficulties.flatMap(({ given: to, givenName: ownerName, dueOn, ...difficulty }) => {
    if (to === undefined) return [];
    const { difficultyId: _, seat: ownerSeat, ...kept } = to;
    return [{ text: difficultyGiven(difficulty), ownerSeat, ownerName, dueOn, ...kept }];
  });
  return [...conclusions, ...given];
}

function difficultyGiven({ text, about }: Pick<Minutes['difficulties'][number], 'text' | 'about'>): string {
  const subject = about === null || text.includes(about) ? '' : ` về ${about}`;
  return `Giải quyết khó khăn${subject}: ${withoutPersonalNumbers(text)}`;
}

/** What one owner was given. */
export type Slip = {
  readonly ownerName: string;
  /** The person, where an office is held by one; what stands below their signature. */
  readonly personName: string | null;
  readonly lines: readonly LineGiven[];
};

/**
 * What a meeting gave by whom it was given to, in the order of first mention [GV66]. Lines without owner have no slip; whom else the
 * commune gives none, {@link linesWithoutSlip} has.
 */
export function slipsOf(giving: Giving): Slip[] {
  const byOwner = new Map<string, LineGiven[]>();
  for (const line of linesGiven(giving)) {
    if (line.ownerName === null || isWithoutSlip(line)) continue;
    const key = `${line.ownerSeat ?? ''}\n${labelOf(line)}`;
    byOwner.set(key, [...(byOwner.get(key) ?? []), line]);
  }
  return [...byOwner.values()].map((given) => ({
    ownerName: given[0] ? addresseeOf(given[0]) : '',
    personName: personOf(given[0]),
    lines: given,
  }));
}

/** What was given to who gets no slip: the commune's chair, who gives them all [GV66], and the bank [GV113]. */
export function linesWithoutSlip(giving: Giving): LineGiven[] {
  return linesGiven(giving).filter((line) => line.ownerName !== null && isWithoutSlip(line));
}

function isWithoutSlip({ ownerSeat, isWithoutSlip: isOfBank }: LineGiven): boolean {
  return isOfBank === true || ownerSeat === 'communeChair';
}

/** The numbers that a paper takes in the register: one, or of slips one for each [GV66]. */
export type NumbersTaken = { readonly first: number; readonly last: number };

/** The numbers of slips whose first has been taken. */
export function numbersOfSlips(first: number, giving: Giving): NumbersTaken {
  return { first, last: first + Math.max(1, slipsOf(giving).length) - 1 };
}

/** The first number that both take; undefined where they have none in common. */
export function sharedNumber(one: NumbersTaken, other: NumbersTaken): number | undefined {
  const first = Math.max(one.first, other.first);
  return first <= Math.min(one.last, other.last) ? first : undefined;
}

/**
 * An owner as they were called at closing: a slip goes to who holds the office then [GV201], to a vacant one by its title [GV209]; who has left
 * is not asked any more.
 */
function labelOf(line: LineGiven): string {
  return line.ownerLabel ?? writtenNow(line);
}

/**
 * An owner as their words and who holds the office now tell it: what an office was given under its former holder and under the new one, or by
 * its title while nobody held it, is on one slip [GV201] [GV209]. Minutes keep a label where its holder is called otherwise [GV231].
 */
function writtenNow({ ownerName, ownerNow }: Pick<LineGiven, 'ownerName' | 'ownerNow'>): string {
  const written = ownerName ?? '';
  if (ownerNow === undefined) return written;
  const [, ...titleParts] = written.split(', ');
  // Given by the title alone.
  const title = titleParts.length === 0 ? written : titleParts.join(', ');
  return ownerNow === NOBODY ? title : `${ownerNow}, ${title}`;
}

/** What minutes keep of whose a line is, besides to whom it was given. */
export type OwnerKept = Pick<LineGiven, 'ownerNow' | 'ownerLabel' | 'ownerOnDay'>;

/** What minutes keep of an owner with an office, as it is held at closing [GV201] [GV231], or that nobody holds it [GV209] [GV266]. */
export function ownerKept(ownerName: string, holders: readonly SeatShown[]): OwnerKept {
  const now = holderOfTask(ownerName, holders);
  const ownerNow = now === null ? {} : { ownerNow: now };
  const label = labelInMeeting(ownerName, holders);
  const isAsWritten = label === null || label === writtenNow({ ownerName, ...ownerNow });
  return isAsWritten ? ownerNow : { ...ownerNow, ownerLabel: label };
}

/** To whom a slip goes: an office that several hold by its title, with their names [GV216]; a body without an office in the words it was typed in. */
function addresseeOf(line: LineGiven): string {
  if (line.ownerSeat === null) return labelOf(line);
  const { names, title } = partsOf(line);
  return names.length > 1 ? `${title} (${names.join(', ')})` : labelOf(line);
}

/** Whose name stands below the signature: of who holds the office, where it is one [GV216]. */
function personOf(line: LineGiven | undefined): string | null {
  if (line === undefined || line.ownerSeat === null) return null;
  const { names } = partsOf(line);
  return names.length === 1 ? (names[0] ?? null) : null;
}

/** An owner with a seat is written `Trần Thị Hạnh, Hội Liên hiệp Phụ nữ`, several with `; ` between them; a vacant seat by its title alone. */
function partsOf(line: LineGiven): { readonly names: readonly string[]; readonly title: string } {
  const [first = '', ...rest] = labelOf(line).split(', ');
  return rest.length === 0
    ? { names: [], title: first }
    : { names: first.split('; '), title: rest.join(', ') };
}
