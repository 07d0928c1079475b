import type { BusinessDate } from '../../../kernel/dates.ts';
import type { ChairPart, PartCount } from './attendance.ts';
import { vietnamTime } from './papers/hours.ts';
import type { ResultsBefore } from './papers/results.ts';
import type { PlaceTitles } from './titles-of-place.ts';

/**
 * The content of closed minutes: everything the papers are made from, fixed at the moment of closing [GV10]. Amounts are
 * whole đồng as plain numbers, moments ISO texts.
 */
export type Minutes = {
  readonly commune: { readonly id: string; readonly name: string };
  readonly point: {
    readonly code: string;
    readonly name: string;
    readonly place: string | null;
    /** By the names of the day; minutes closed before this was kept do not say, nor those of a point of no certain villages. */
    readonly villages?: readonly string[];
    /** The commune had other points on the day of the meeting [GV264]; left out where it had none, and of minutes closed before this was kept. */
    readonly isOneOfSeveral?: true;
  };
  /** The session's day. */
  readonly heldOn: BusinessDate;
  /** The day on which people met, as told when the meeting began; minutes closed before this was kept do not say: {@link dayMet}. */
  readonly metOn?: BusinessDate;
  readonly openedAt: string;
  readonly closedAt: string;
  readonly chairedBy: string | null;
  /** In what part that person chaired [GV5]; in minutes closed before this was kept it was the leader of the session team. */
  readonly chairPart?: ChairPart;
  /** Who wrote the minutes [GV137]; left out where nobody of the list did but who chaired, and in minutes closed before this was kept. */
  readonly recordedBy?: string;
  readonly agenda: readonly {
    readonly title: string;
    readonly reachedAt: string | null;
    /** What the item was about [GV100]; left out where nothing was noted. */
    readonly note?: string;
  }[];
  readonly attendees: readonly {
    readonly part: string;
    readonly fullName: string;
    /** Nobody held the office [GV172]; minutes closed before this was kept do not say: {@link isOfVacant}. */
    readonly isVacant?: boolean;
    readonly capacity: string;
    readonly presence: string;
    readonly deputyName: string | null;
    readonly note: string | null;
    /** Who holds an office since that nobody held when the meeting began, in words: `nay: Lê Thị Hoa` [GV233]; left out of others. */
    readonly heldSince?: string;
  }[];
  readonly parts: readonly PartCount[];
  readonly missingParts: readonly string[];
  /** How the parts are called at the place [GV190]; minutes closed before this was kept called every place a `xã`. */
  readonly titles?: PlaceTitles;
  /** Offices that nobody held and nobody stood for [GV172]; left out where there were none, and in minutes closed before it was kept. */
  readonly vacant?: readonly string[];
  readonly figures: {
    readonly dataDate: BusinessDate | null;
    /** Which publication of the data date, and when it was fixed [GV29]; minutes closed before that was kept do not say. */
    readonly versionNumber?: number | null;
    readonly fixedAt?: string | null;
    /** How old they were on the day of the meeting, where too old [GV107]; minutes closed before that was kept do not say. */
    readonly staleDays?: number | null;
    readonly comparedDate: BusinessDate | null;
    /** What `inactiveLoans` were called; minutes closed before that was kept do not say. */
    readonly inactiveTitle?: string;
    readonly total: MinutesFigures | null;
    readonly associations: readonly MinutesFigures[];
    readonly groups: readonly MinutesFigures[];
  };
  readonly points: readonly string[];
  /** What came of the briefing before, null without one; minutes closed before this was kept have no such field. */
  readonly before?: ResultsBefore | null;
  readonly difficulties: readonly {
    readonly text: string;
    readonly about: string | null;
    readonly raisedByName: string;
    readonly answer: string | null;
    readonly answeredByName: string | null;
    readonly answeredAt: string | null;
    /** The number of the household that answered it; left out where none did, and where minutes were closed before it was kept. */
    readonly contact?: AnsweredContact;
    readonly givenName: string | null;
    readonly dueOn: BusinessDate | null;
    /** What its task is made from [GV124]; left out of those given to nobody, and where minutes were closed before this was kept. */
    readonly given?: GivenInMinutes;
    /** The day of the briefing in which it was raised, where an earlier one left it unanswered [GV120]; left out of others. */
    readonly carriedSince?: BusinessDate;
    /** Why it was dropped [GV121]; left out of others. */
    readonly dropReason?: string;
  }[];
  readonly conclusions: readonly {
    readonly id: string;
    readonly text: string;
    readonly ownerSeat: string | null;
    readonly ownerName: string | null;
    readonly dueOn: BusinessDate | null;
    /**
     * Who held the owner's office at closing, where that was another than it was given to [GV201], or nobody [GV209] [GV266]; left out of others,
     * and of one given to a vacant office by its title where minutes were closed before that was kept.
     */
    readonly ownerNow?: string;
    /**
     * How the office was written at closing with its holder, where it was given to under other words: their name alone, other letters, a title
     * of before [GV231]; left out of others, and where minutes were closed before it was kept.
     */
    readonly ownerLabel?: string;
    /**
     * How the office was written with who held it on the day on which people met, where closing is of a later day and others hold it then [GV274];
     * left out of others, and where minutes were closed before it was kept.
     */
    readonly ownerOnDay?: string;
    /** By which figures it will be told, in words [GV82]; minutes closed before this was kept have no such field. */
    readonly measuredBy?: string | null;
    /** Given to the bank, which gets no slip of the commune [GV113]; left out of others, and where minutes were closed before it was kept. */
    readonly isWithoutSlip?: true;
  }[];
};

/** Whether a row of minutes is of an office that nobody held; such a row was known by the title as its name before it was kept. */
export function isOfVacant({ isVacant, fullName, capacity }: Minutes['attendees'][number]): boolean {
  return isVacant ?? fullName === capacity;
}

/** To whom a difficulty was given, as its slip and its task are found. */
export type GivenInMinutes = {
  readonly difficultyId: string;
  readonly seat: string | null;
  /** As of a conclusion [GV201] [GV209] [GV266]. */
  readonly ownerNow?: string;
  /** As of a conclusion [GV231]. */
  readonly ownerLabel?: string;
  /** As of a conclusion [GV274]. */
  readonly ownerOnDay?: string;
  /** Given to the bank, which gets no slip of the commune [GV113]; left out of others. */
  readonly isWithoutSlip?: true;
};

/** A number that answered a difficulty [GV96], without the number: minutes are read by more than the household's file is. */
export type AnsweredContact = {
  /** Found in the meeting and entered into the household's file; otherwise it stood there before. */
  readonly isEntered: boolean;
  /** Who told it; null where nobody is known to have. */
  readonly toldBy: string | null;
};

/** Figures of a part as minutes keep them. */
export type MinutesFigures = {
  readonly key: string;
  readonly name: string;
  readonly outstandingVnd: number;
  readonly outstandingChangeVnd: number | null;
  readonly overdueVnd: number;
  readonly frozenVnd: number;
  readonly unpaidInterestVnd: number;
  readonly interestMonthVnd: number;
  readonly inactiveLoans: number;
};

/** The day on which people met [GV104], the one day of all papers: as told, in older minutes the day on which the meeting began. */
export function dayMet({ metOn, openedAt }: Pick<Minutes, 'metOn' | 'openedAt'>): BusinessDate {
  return metOn ?? vietnamTime(openedAt).on;
}

/** Whether the minutes were written on a later day than people met on: the hours of writing are then not those of the meeting [GV104]. */
export function isWrittenAfterwards(minutes: Pick<Minutes, 'metOn' | 'openedAt'>): boolean {
  return dayMet(minutes) < vietnamTime(minutes.openedAt).on;
}

/** The text that is hashed: JSON with the keys of every object sorted, so that what the database gives back hashes alike. */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${JSON.stringify(key)}:${canonicalText(inner)}`);
  return `{${entries.join(',')}}`;
}

/** `05/2026`: numbers below ten take a zero. */
export function minutesNumberText(number: number, year: number): string {
  return `${String(number).padStart(2, '0')}/${year}`;
}
