import type { Id } from '../../kernel/ids.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { BriefingRow } from './db/briefings.ts';
import { type OwnerKept, ownerKept } from './domain/papers/slips.ts';
import type { SeatKey, SeatShown } from './domain/seat.ts';
import {
  holderInMeeting,
  holderOfTask,
  labelOnDay,
  NOBODY,
  officeToday,
  seatsNamed,
} from './domain/seats.ts';
import { isOver, ownerWords, type TaskState } from './domain/task.ts';
import { type CommuneOn, findSeatsOn } from './find-seats.ts';

/** Whose a task, or a conclusion that becomes one, is: of an office by its seat, under the name that its holder had when it was given. */
export type Owned = { readonly ownerSeat: SeatKey | null; readonly ownerName: string | null };

/**
 * Who holds the offices of tasks today, where that is somebody else than when they were given: tasks follow the office [GV132].
 *
 * @returns for a task the holder's name, or in words that nobody holds its office [GV241], said of a task without a state as of one to be done; null where it is the same, or no office has it
 */
export async function ownersNow(
  context: HandlerContext,
  communeId: Id,
  tasks: readonly Owned[],
): Promise<(task: Owned & { readonly state?: TaskState }) => string | null> {
  return ownersOn(context, today(context, communeId), tasks);
}

/** The same as their offices were held on a day: a paper of that day knows no later holder [GV274]. */
export async function ownersOn(
  context: HandlerContext,
  at: CommuneOn,
  tasks: readonly Owned[],
): Promise<(task: Owned & { readonly state?: TaskState }) => string | null> {
  const ownerNow = await ownersBy(holderOfTask, context, { at, owned: tasks });
  return (task) => {
    const name = ownerNow(task);
    // Of what is over nothing is asked of anybody any more.
    return name === NOBODY && task.state !== undefined && isOver(task.state) ? null : name;
  };
}

/** Who holds the office of what a meeting gave to it, on the page and in words for the hall. */
type OwnerInMeeting = {
  /** Null: whoever it was given to, or a body without an office. */
  readonly ownerNow: string | null;
  readonly inHall: string | null;
};

/**
 * The same of what a meeting gives, while it is held and afterwards [GV201] [GV226]: also that nobody holds the office since, in words [GV209].
 * The hall, which shows no offices beside its lines, says too of an office that was given something by its title that nobody holds it [GV234].
 */
export async function ownersInMeeting(
  context: HandlerContext,
  communeId: Id,
  lines: readonly Owned[],
): Promise<(line: Owned) => OwnerInMeeting> {
  const told = (ownerName: string, holders: readonly SeatShown[]): OwnerInMeeting => ({
    ownerNow: holderInMeeting(ownerName, holders),
    inHall: ownerWords({ ownerName, ownerNow: holderOfTask(ownerName, holders) }),
  });
  const ownerOf = await ownersBy(told, context, { at: today(context, communeId), owned: lines });
  return (line) => ownerOf(line) ?? { ownerNow: null, inHall: line.ownerName };
}

/** The offices of tasks by their titles, each with who held it on a day or that nobody did [GV263] [GV246] [GV274]. */
export async function officesOn(
  context: HandlerContext,
  at: CommuneOn,
  tasks: readonly Owned[],
): Promise<(ownerSeat: SeatKey, ownerNames: readonly string[]) => string> {
  const seats = await seatsOwning(context, at, tasks);
  return (ownerSeat, ownerNames) => officeToday(ownerNames, seatsNamed(seats, ownerSeat));
}

/** How offices are written by who holds them today, or that nobody does [GV282]; null of whoever has no office here. */
export function labelsNow(
  context: HandlerContext,
  communeId: Id,
  lines: readonly Owned[],
): Promise<(line: Owned) => string | null> {
  return ownersBy(labelOnDay, context, { at: today(context, communeId), owned: lines });
}

/**
 * What minutes keep of whom a meeting gave something to, as their offices are held at closing [GV201] [GV209] [GV231]; where that is a later
 * day than people met on, also who held those then that others hold now [GV274].
 */
export async function ownersAtClosing(
  context: HandlerContext,
  { communeId, metOn }: Pick<BriefingRow, 'communeId' | 'metOn'>,
  lines: readonly Owned[],
): Promise<(line: Owned) => OwnerKept> {
  const now = { at: today(context, communeId), owned: lines };
  const kept = await ownersBy(ownerKept, context, now);
  if (metOn >= now.at.on) return (line) => kept(line) ?? {};
  const labelNow = await ownersBy(labelOnDay, context, now);
  const labelThen = await ownersBy(labelOnDay, context, { ...now, at: { communeId, on: metOn } });
  return (line) => {
    const ownerOnDay = labelThen(line);
    return ownerOnDay === null || ownerOnDay === labelNow(line)
      ? (kept(line) ?? {})
      : { ...kept(line), ownerOnDay };
  };
}

function today({ clock }: HandlerContext, communeId: Id): CommuneOn {
  return { communeId, on: clock.today() };
}

async function ownersBy<Told>(
  since: (ownerName: string, holders: readonly SeatShown[]) => Told,
  context: HandlerContext,
  { at, owned }: { readonly at: CommuneOn; readonly owned: readonly Owned[] },
): Promise<(one: Owned) => Told | null> {
  const seats = await seatsOwning(context, at, owned);
  return ({ ownerSeat, ownerName }) =>
    ownerSeat === null || ownerName === null ? null : since(ownerName, seatsNamed(seats, ownerSeat));
}

function seatsOwning(
  context: HandlerContext,
  at: CommuneOn,
  owned: readonly Owned[],
): Promise<readonly SeatShown[]> {
  const keys = new Set(owned.flatMap(({ ownerSeat }) => (ownerSeat === null ? [] : [ownerSeat])));
  return findSeatsOn(context, at, [...keys]);
}
