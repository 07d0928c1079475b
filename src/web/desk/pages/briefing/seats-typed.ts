import type { OutputOf } from '../../../../kernel/contract.ts';
import type { listSeats } from '../../../../modules/governance/contract.ts';
import { seatLabel } from '../../../../modules/governance/domain/seats.ts';
import { beforePlace, isAbbreviation, namedSo, seatWords, titledSo, wordsOf } from './seat-words.ts';

type Answer = OutputOf<typeof listSeats>;

/** An office that can own something; `place`: of which commune, where people may say that behind its title [GV253]. */
export type SeatOption = Answer['seats'][number] & { readonly place?: string };

const optionsKept = new WeakMap<Answer, readonly SeatOption[]>();

/** The offices of an answer with their commune, the same ones each time; none while there is no answer. */
export function seatOptions(answer: Answer | undefined): readonly SeatOption[] {
  if (answer === undefined) return NO_SEATS;
  const { communeName: place } = answer;
  const options = optionsKept.get(answer) ?? answer.seats.map((seat) => ({ ...seat, place }));
  optionsKept.set(answer, options);
  return options;
}

const NO_SEATS: readonly SeatOption[] = [];

/** False: of somebody who held the office when people met, and holds it no more [GV273]. */
export function isOfToday({ holderNow }: SeatOption): boolean {
  return holderNow === undefined;
}

/** An office as it is offered: who held it when people met with who does now. */
export function choiceLabel(seat: SeatOption): string {
  return isOfToday(seat) ? seatLabel(seat) : `${seatLabel(seat)}; nay: ${seat.holderNow}`;
}

/** Who is to do something: an office of the commune, or a body by its name. */
export type Owner = { readonly ownerSeat: string | null; readonly ownerName: string | null };

/** More are not read while somebody types; that there are more is said. */
export const MOST_SHOWN = 6;

/** Shorter words with a slip in them are too many others. */
const SHORTEST_WITH_SLIP = 3;

/** Longer parts of what was typed are no office's name. */
const MOST_WORDS_OF_OFFICE = 8;

/** Whether something is given to a body that holds no office here: nobody finds it among their own work [GV106]. */
export function isOutside({ ownerSeat, ownerName }: Owner): boolean {
  return ownerSeat === null && ownerName !== null;
}

/** Whom a name stands for that is kept as text alone: the office whose label it is, or as it was typed. */
export function ownerTyped(seats: readonly SeatOption[], name: string): Owner {
  const known = seats.find((seat) => seatLabel(seat) === name);
  return { ownerSeat: known?.seat ?? null, ownerName: name === '' ? null : name };
}

/** The offices that are meant by what the person typed, in any order, with or without diacritics; the first of them. */
export function seatsMatching(seats: readonly SeatOption[], typed: string): readonly SeatOption[] {
  return allMatching(seats, typed).slice(0, MOST_SHOWN);
}

/**
 * Every office whose words begin so; behind them those that are called so in another way [GV254]; where there is neither, those before
 * the commune's own name [GV253].
 */
export function allMatching(seats: readonly SeatOption[], typed: string): readonly SeatOption[] {
  const words = wordsOf(typed);
  if (words.length === 0) return [];
  const found = matching(seats, words);
  if (found.length > 0) return found;
  const before = beforeOwnPlace(seats, words);
  if (before === undefined) return [];
  if (before.hasKind) return matching(seats, before.words);
  // A bare name may be somebody's or a village's: it is passed over behind the whole words of one office alone.
  const titled = seats.filter(titledSo(before.words, 'whole'));
  return isOneOffice(titled) ? titled : [];
}

/** Offices with words that begin so, then those called so in another way; of an abbreviation whoever has it as a name, then its office. */
function matching(seats: readonly SeatOption[], words: readonly string[]): readonly SeatOption[] {
  const named = seats.filter(namedSo(words));
  const found = [...named, ...seats.filter(titledSo(words))];
  if (!words.some(isAbbreviation)) return [...new Set(found)];
  const people = named.filter((seat) =>
    words.some((word) => seatWords(seat).holder.some((name) => name.startsWith(word))),
  );
  return [...new Set([...people, ...seats.filter(titledSo(words, 'whole')), ...found])];
}

/** All offices are of one commune. */
function beforeOwnPlace([first]: readonly SeatOption[], words: readonly string[]) {
  return first?.place === undefined ? undefined : beforePlace(words, first.place);
}

function isOneOffice(seats: readonly SeatOption[]): boolean {
  return new Set(seats.map(({ seat }) => seat)).size === 1;
}

/**
 * The office that was meant, where what was typed matches none but for one slip of a finger, `tran thi mia` finds Trần Thị Mai, or begins
 * or ends as an office is called [GV255]: `Công an huyện`, `bà Trần Thị Mai`. Of a meeting of an earlier day also by the name of who holds
 * it since.
 */
export function nearestSeat(seats: readonly SeatOption[], typed: string): SeatOption | undefined {
  const words = wordsOf(typed);
  const before = beforeOwnPlace(seats, words)?.words ?? [];
  return (
    seats.find((seat) => hasOneSlip(words, seatWords(seat).label)) ??
    seats.find((seat) => hasOneSlip(before, seatWords(seat).title)) ??
    calledWithin(seats, words) ??
    seats.find(isHeldSinceBy(words))
  );
}

/** Whether the office is held now by whom what was typed names in full. */
function isHeldSinceBy(words: readonly string[]): (seat: SeatOption) => boolean {
  return ({ holderNow = '' }) =>
    holderNow.split('; ').some((name) => name !== '' && wordsOf(name).join(' ') === words.join(' '));
}

/** Whether one word alone is none of those known, and is one of them but for a slip. */
function hasOneSlip(words: readonly string[], known: readonly string[]): boolean {
  const amiss = words.filter((word) => !known.some((name) => name.startsWith(word)));
  const [slipped = ''] = amiss;
  if (amiss.length !== 1 || slipped.length < SHORTEST_WITH_SLIP) return false;
  return known.some((name) => isOneSlip(slipped, name));
}

/** Whose whole name, or the one office whose title, begins or ends what was typed; of the longest there is. */
function calledWithin(seats: readonly SeatOption[], words: readonly string[]): SeatOption | undefined {
  const longest = Math.min(words.length - 1, MOST_WORDS_OF_OFFICE);
  for (let count = longest; count > 0; count--) {
    for (const part of [words.slice(0, count), words.slice(-count)]) {
      // One word of a name or title is many others' too; an abbreviation is not.
      const [word = ''] = part;
      if (count === 1 && !isAbbreviation(word)) continue;
      const whole = part.join(' ');
      const holder = seats.find((seat) => seatWords(seat).holder.join(' ') === whole);
      if (holder) return holder;
      const titled = seats.filter(titledSo(part, 'whole'));
      if (isOneOffice(titled)) return titled[0];
    }
  }
  return undefined;
}

/** Whether two words differ by one letter more, fewer or another, or by two neighbours that changed places. */
export function isOneSlip(typed: string, meant: string): boolean {
  if (typed === meant) return false;
  let at = 0;
  while (at < typed.length && typed[at] === meant[at]) at++;
  const [left, right] = [typed.slice(at), meant.slice(at)];
  const isSwapped = left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2);
  return (
    left.slice(1) === right.slice(1) ||
    left.slice(1) === right ||
    left === right.slice(1) ||
    (left.length > 1 && isSwapped)
  );
}
