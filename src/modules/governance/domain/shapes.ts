import { z } from 'zod';
import { count, date, id, keysOf, vnd } from '../../../kernel/contract.ts';
import { plainLine, plainText } from '../../../kernel/plain-text.ts';
import { AGENDA_KIND_NAMES } from './agenda.ts';
import type { PartCount } from './attendance.ts';
import { CHAIR_TITLES, type ChairPart, PARTS, type Part, PRESENCES, type Presence } from './attendance.ts';
import { LONGEST } from './bounds.ts';
import { BRIEFING_STATES } from './briefing.ts';
import { MEASURED_PARTS } from './measured-by.ts';
import { FIGURE_MEASURES, type FigureMeasure } from './task-figures.ts';

/** A line a person types: one line, no control characters, at most so many characters. */
export const line = (longest: number) =>
  z
    .string()
    .overwrite(plainLine)
    .min(1, { error: 'Không được để trống.' })
    .max(longest, { error: `Tối đa ${longest} ký tự.` });

/** Text a person types, perhaps in several lines. */
export const lines = (longest: number) =>
  z
    .string()
    .overwrite(plainText)
    .min(1, { error: 'Không được để trống.' })
    .max(longest, { error: `Tối đa ${longest} ký tự.` });

/** A seat's key as an input. */
export const seatKey = z
  .string()
  .regex(/^[a-zA-Z]+(:[0-9A-Za-z]{1,20})?$/, { error: 'Mã chức vụ không đúng dạng.' });

/**
 * Whom the person saw in a row of a list, as an input [GV173]. Left out by what waited in a browser since before screens said it: it is of
 * whoever the row is.
 */
export const shownName = line(LONGEST.shownName).optional();

/** In what part people are asked. */
export const part = z.enum(keysOf<Part>(PARTS));

/** In what part people may chair [GV5]. */
export const chairPart = z.enum(keysOf<ChairPart>(CHAIR_TITLES));

/** How somebody is there. */
export const presence = z.enum(keysOf<Presence>(PRESENCES));

/** What an agenda's item is. */
export const agendaKind = z.enum(AGENDA_KIND_NAMES);

/** A briefing as a row of a list and as the head of its page. */
export const briefingHead = z.object({
  briefingId: id,
  communeId: id,
  pointCode: z.string(),
  pointName: z.string(),
  /** The fixed day of the session, and the day it is held. */
  regularOn: date,
  heldOn: date,
  /** The day on which people met [GV104]; until the meeting begins the session's. */
  metOn: date,
  /** When the session begins. */
  startsAt: z.string().nullable(),
  /** For which hour the meeting is planned [GV114]; null while nobody knows. */
  meetsAt: z.string().nullable(),
  place: z.string().nullable(),
  state: z.enum(BRIEFING_STATES),
  revision: count,
  openedAt: z.iso.datetime().nullable(),
  closedAt: z.iso.datetime().nullable(),
  /** Of the closed minutes: `05/2026` is number 5 of 2026. */
  minutesNumber: count.nullable(),
  minutesYear: count.nullable(),
  minutesHash: z.string().nullable(),
});

/** An item of the agenda. */
export const agendaItem = z.object({
  itemId: id,
  kind: agendaKind,
  title: z.string(),
  /** Planned length. */
  minutes: count,
  /** What it is about, in some lines [GV100]. */
  note: z.string().nullable(),
  reachedAt: z.iso.datetime().nullable(),
});

/** Of whom a row of a list is, and how they are there. */
const seen = {
  /** The title of the office where nobody holds it. */
  fullName: z.string(),
  isVacant: z.boolean(),
  presence,
  deputyName: z.string().nullable(),
  note: z.string().nullable(),
};

/** Somebody who is asked to come. */
export const attendee = z.object({
  ...seen,
  attendeeId: id,
  part,
  seat: z.string().nullable(),
  capacity: z.string(),
  /** Counts what was said of their presence, from 1 [GV90]. */
  version: count,
  /** Who said it last; null: nobody did. */
  toldByName: z.string().nullable(),
  /** Who holds the office now, of a row that is of its former holder or of when it was vacant [GV143] [GV201] [GV210]; else null. */
  leftOffice: z.string().nullable(),
  /** While the meeting is held: who of the office may be said to have come instead of whom the row names [GV177]. */
  holdersToCome: z.array(z.string()),
  /** Whose the row was before the office's holder was said to have come, and how they were there; null of others. */
  before: z.object(seen).nullable(),
});

/** Somebody who was taken off the list, by whom [GV119]. */
export const takenOff = attendee
  .pick({ attendeeId: true, part: true, fullName: true, isVacant: true, capacity: true, version: true })
  .extend({
    byName: z.string(),
    at: z.iso.datetime(),
    /** Whose the place is now, where saying something of it does not bring them back [GV182]; else null. */
    nowOf: z.string().nullable(),
  });

/** Counts of a part of the meeting. */
export const partCount = z.object({
  part,
  asked: count,
  there: count,
  deputies: count,
  excused: count,
  isCompulsory: z.boolean(),
}) satisfies z.ZodType<PartCount>;

/** What a conclusion says. */
const conclusionContent = {
  text: z.string(),
  ownerSeat: z.string().nullable(),
  ownerName: z.string().nullable(),
  dueOn: date.nullable(),
};

/** By which figures a conclusion will be told [GV82]. */
export const measuredBy = z.object({
  figure: z.enum(keysOf<FigureMeasure>(FIGURE_MEASURES)),
  list: z.string().max(60),
  part: z.enum(MEASURED_PARTS),
  code: z.string().regex(/^[0-9A-Za-z]{0,20}$/, { error: 'Mã không đúng dạng.' }),
});

/** A conclusion as it stands, with versions written at the same time that wait for a choice [GV8]. */
export const conclusion = z.object({
  conclusionId: id,
  version: count,
  ...conclusionContent,
  /** Null where figures do not tell what comes of it. */
  measuredBy: measuredBy.extend({ words: z.string() }).nullable(),
  writtenByName: z.string(),
  writtenAt: z.iso.datetime(),
  others: z.array(
    z.object({
      versionId: id,
      ...conclusionContent,
      writtenByName: z.string(),
      writtenAt: z.iso.datetime(),
    }),
  ),
});

/** A later correction of closed minutes. */
export const addendum = z.object({
  addendumId: id,
  number: count,
  text: z.string(),
  reason: z.string(),
  writtenByName: z.string(),
  writtenAt: z.iso.datetime(),
});

/** Figures of one association or group, and what changed since the date before. */
export const partFigures = z.object({
  key: z.string(),
  name: z.string(),
  groups: count,
  outstandingVnd: vnd,
  /** Null where the part has no figures at the date before. */
  outstandingChangeVnd: vnd.nullable(),
  overdueVnd: vnd,
  frozenVnd: vnd,
  unpaidInterestVnd: vnd,
  unpaidInterestChangeVnd: vnd.nullable(),
  interestMonthVnd: vnd,
  inactiveLoans: count,
});
