import { z } from 'zod';
import { count, date, hour, id, keysOf, operation } from '../../kernel/contract.ts';
import { cancelled } from './domain/cancelled-shape.ts';
import { difficulty, difficultyState, taskOfDifficulty } from './domain/difficulty-shapes.ts';
import { KEPT_PARTS, type KeptPart } from './domain/kept-parts.ts';
import {
  addendum,
  agendaItem,
  attendee,
  briefingHead,
  chairPart,
  conclusion,
  part,
  partCount,
  takenOff,
} from './domain/shapes.ts';
import { holdBriefing, readBriefings } from './policy.ts';

const within = { communeId: id, briefingId: id };

/** Briefings of a commune, the latest first, page by page, and the coming sessions of which none stands prepared yet [GV1]. */
export const listBriefings = operation({
  name: 'governance.listBriefings',
  method: 'GET',
  path: '/communes/{communeId}/briefings',
  summary:
    'Các buổi giao ban của xã, các phiên tới chưa chuẩn bị giao ban, và các buổi đã qua ngày mà chưa ghi có họp hay không.',
  input: z.object({
    communeId: id,
    /** `next` of the page before. */
    cursor: z.string().max(100).optional(),
  }),
  output: z.object({
    today: date,
    briefings: z.array(
      briefingHead.extend({
        /** Why it is not held; null for every other [GV109]. */
        cancelReason: z.string().nullable(),
        conclusions: count,
        /** Of those that the caller reads: nobody has answered them, or they were given to somebody [GV7]. */
        difficulties: z.object({ open: count, given: count }),
      }),
    ),
    /** Where the page after this one begins; null on the last. */
    next: z.string().nullable(),
    coming: z.array(
      z.object({
        pointCode: z.string(),
        pointName: z.string(),
        regularOn: date,
        heldOn: date,
        startsAt: z.string().nullable(),
        /** The first day on which it can be prepared. */
        firstDay: date,
        canPrepare: z.boolean(),
      }),
    ),
    /** Those of the whole commune whose day is over and of which nobody has said whether people met [GV112]. */
    passed: z.object({
      count,
      /** The earliest, at most 20. */
      briefings: z.array(
        briefingHead.pick({ communeId: true, briefingId: true, pointName: true, heldOn: true }),
      ),
    }),
    /** Sessions of the last two months of which no briefing was prepared, the earliest first: people may have met all the same [GV101]. */
    missed: z.array(z.object({ pointCode: z.string(), pointName: z.string(), heldOn: date })),
  }),
  refusals: ['cursorInvalid'],
  permission: readBriefings,
});

/**
 * The nearest briefing that the caller is asked to or holds, and one before it that is not held: at most those two [GV118]. Whose day is
 * over is not among them.
 */
export const listMyBriefings = operation({
  name: 'governance.listMyBriefings',
  method: 'GET',
  path: '/briefings/mine',
  summary: 'Buổi giao ban gần nhất mà tôi được mời hoặc tổ chức.',
  input: z.object({ communeId: id.optional() }),
  output: z.object({
    today: date,
    briefings: z.array(
      briefingHead
        .pick({
          ...{ briefingId: true, communeId: true, pointName: true, state: true },
          ...{ metOn: true, startsAt: true, meetsAt: true, openedAt: true, place: true },
        })
        .extend({ communeName: z.string() }),
    ),
  }),
  permission: readBriefings,
});

/**
 * Prepares the briefing of a session: agenda, whom to ask, difficulties raised beforehand, and what people wrote in one of the same
 * session that is not held [GV185]. Asked again it answers the briefing that stands; once its minutes are closed it is refused [GV193].
 */
export const prepareBriefing = operation({
  name: 'governance.prepareBriefing',
  method: 'POST',
  path: '/communes/{communeId}/briefings',
  summary: 'Chuẩn bị giao ban của một phiên giao dịch.',
  input: z.object({ communeId: id, pointCode: z.string().trim().min(1).max(20), heldOn: date }),
  output: z.object({ briefingId: id }),
  refusals: ['noSessionToBrief', 'tooEarlyToPrepare', 'sessionBriefed'],
  permission: holdBriefing,
});

/** Says at which hour a meeting that is being prepared begins; null: by rule after its session [GV114]. */
export const tellMeetingHour = operation({
  name: 'governance.tellMeetingHour',
  method: 'PUT',
  path: '/communes/{communeId}/briefings/{briefingId}/hour',
  summary: 'Ghi giờ giao ban, hoặc để giờ theo phiên giao dịch.',
  input: z.object({
    ...within,
    meetsAt: hour('10:30').nullable(),
  }),
  output: z.object({}),
  refusals: ['briefingClosed', 'briefingCancelled', 'tooLateForHour'],
  permission: holdBriefing,
});

/** A briefing with everything that people write in it; figures are asked apart. */
export const showBriefing = operation({
  name: 'governance.showBriefing',
  method: 'GET',
  path: '/communes/{communeId}/briefings/{briefingId}',
  summary: 'Một buổi giao ban: chương trình, điểm danh, khó khăn, kết luận.',
  input: z.object(within),
  output: briefingHead.extend({
    /** Who told the hour of the meeting; null: it is the rule's [GV114]. */
    hourToldByName: z.string().nullable(),
    communeName: z.string(),
    today: date,
    /** Who chairs by the dated rule of its day, and by name; null while nobody of that part is there [GV5]. */
    chairPart,
    chairedBy: z.string().nullable(),
    /** What the hall sees of a household's difficulty: 0 nothing, 1 that there is one, 2 what it says [GV91]. */
    hallHouseholdLevel: count,
    /** `hallTitle`, `hallNote`: what the hall may show of them [GV87]; without a note, null: nothing. */
    agenda: z.array(agendaItem.extend({ hallTitle: z.string(), hallNote: z.string().nullable() })),
    /** Counts how often the agenda was written, from 1 [GV89]. */
    agendaVersion: count,
    /** Who wrote it last; null: it is as the system filled it. */
    agendaWrittenByName: z.string().nullable(),
    attendees: z.array(attendee),
    parts: z.array(partCount),
    /** Compulsory parts of which nobody is there [GV4]. */
    missingParts: z.array(part),
    difficulties: z.array(
      difficulty.extend({
        /**
         * Of one that this closed briefing left unanswered, and shows so: where it went and what it is there; without a briefing it
         * waits for the next [GV120]. Null for every other.
         */
        carriedTo: z
          .object({ briefingId: id.nullable(), metOn: date.nullable(), state: difficultyState })
          .nullable(),
        /** Who holds the office it was given to since it changed hands, also once the meeting is closed [GV168] [GV226]. */
        givenNow: z.string().nullable(),
        /** What the hall may show of it [GV91]; null: nothing. */
        hallText: z.string().nullable(),
        /** Who raised it and to whom it is given, without the names of households [GV87]. */
        hallRaisedBy: z.string(),
        hallGivenTo: z.string().nullable(),
        /** Null of one that was given to nobody, and where the meeting was closed before this was kept [GV124]. */
        task: taskOfDifficulty.nullable(),
      }),
    ),
    /**
     * `hallText`: what the hall may show of it; null: nothing [GV115]. `hallOwner`: its owner without names of households [GV87].
     * `ownerNow`: who holds the owner's office since it changed hands, also once the meeting is closed [GV201] [GV226].
     */
    conclusions: z.array(
      conclusion.extend({
        ownerNow: z.string().nullable(),
        hallText: z.string().nullable(),
        hallOwner: z.string().nullable(),
      }),
    ),
    /** The lines that were taken out, so that whoever has one of them open is told by whom [GV119]; none once it has ended. */
    takenOut: z.array(z.object({ conclusionId: id, byName: z.string().nullable(), at: z.iso.datetime() })),
    takenOff: z.array(takenOff),
    /** What was concluded at the briefing of the same point before; null when there was none. */
    before: z
      .object({
        briefingId: id,
        heldOn: date,
        conclusions: z.array(
          z.object({
            conclusionId: id,
            text: z.string(),
            hallText: z.string().nullable(),
            ownerName: z.string().nullable(),
            hallOwner: z.string().nullable(),
            dueOn: date.nullable(),
          }),
        ),
      })
      .nullable(),
    addenda: z.array(addendum),
    /**
     * How many have to be invited again because day, hour or place have changed: whom an invitation to the old ones may have reached, and
     * whose was taken back [GV117]. Null for a briefing that has begun, is not held, or whose day is over.
     */
    invitedOtherwise: z.object({ reached: count, takenBack: count }).nullable(),
    /** Of one prepared again: who of those invited before heard that it is not held, and who never did, until they are invited [GV149]. */
    calledOff: z.object({ told: count, untold: count, untoldOf: id.nullable() }).nullable(),
    /**
     * Of one prepared again, as long as it has not ended: from which cancelled briefing of its session it goes on, and with what that people
     * wrote there [GV185]; null where it began from nothing.
     */
    keptFrom: z
      .object({
        briefingId: id,
        cancelledAt: z.iso.datetime(),
        parts: z.array(z.enum(keysOf<KeptPart>(KEPT_PARTS))),
      })
      .nullable(),
    /** Of a briefing that is not held [GV109]; null for every other. */
    cancelled: cancelled.nullable(),
  }),
  permission: readBriefings,
});
