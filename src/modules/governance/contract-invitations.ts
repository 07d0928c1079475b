import { z } from 'zod';
import { count, date, id, keysOf, operation } from '../../kernel/contract.ts';
import { isMailAddress } from '../../kernel/mail-address.ts';
import { LONGEST } from './domain/bounds.ts';
import { BRIEFING_STATES } from './domain/briefing.ts';
import { CANCELLATION_STATES, type CancellationState } from './domain/cancellation.ts';
import { INVITATION_STATES, type InvitationState } from './domain/invitation.ts';
import { line, lines, part, shownName } from './domain/shapes.ts';
import { holdBriefing } from './policy.ts';

const within = { communeId: id, briefingId: id };
const nothing = z.object({});
const attendeeIds = z.array(id).min(1).max(400);
const hour = z.int().min(0).max(23);

/** How the invitation of a person stands. */
const invitation = z.object({
  state: z.enum(keysOf<InvitationState>(INVITATION_STATES)),
  madeByName: z.string(),
  madeAt: z.iso.datetime(),
  sentAt: z.iso.datetime().nullable(),
  /** Why the last attempt failed, in words; null where none did. */
  problem: z.string().nullable(),
  /** When it is tried next; null unless it waits. */
  nextAt: z.iso.datetime().nullable(),
  attempts: count,
  /** It names another day, hour or place than the meeting has now. */
  isOutdated: z.boolean(),
  /** It asks to bring other things than are asked now [GV148]; false where that was not kept, or its mail has not gone. */
  asksOtherwise: z.boolean(),
  handedOn: date.nullable(),
  handedByName: z.string().nullable(),
});

/** How somebody is told that a briefing is not held [GV111]. */
const cancellation = z.object({
  state: z.enum(keysOf<CancellationState>(CANCELLATION_STATES)),
  sentAt: z.iso.datetime().nullable(),
  /** Why the last attempt failed, in words; null where none did. */
  problem: z.string().nullable(),
  /** When it is tried next; null unless it waits. */
  nextAt: z.iso.datetime().nullable(),
  /** When and by whom they were told in person [GV116]; null while they were not. */
  toldAt: z.iso.datetime().nullable(),
  toldByName: z.string().nullable(),
});

/** Whom a briefing invites, by which way, and how each invitation stands [GV41]. */
export const listInvitations = operation({
  name: 'governance.listInvitations',
  method: 'GET',
  path: '/communes/{communeId}/briefings/{briefingId}/invitations',
  summary: 'Giấy mời của một buổi giao ban: mời ai, bằng cách nào, đã gửi chưa.',
  input: z.object(within),
  output: z.object({
    heldOn: date,
    today: date,
    communeName: z.string(),
    /** Invitations can be made while the meeting is being prepared, until its day is over [GV41]. */
    canInvite: z.boolean(),
    /** Why nobody is invited; where it is still being prepared its day is over. Of one that is not held whoever was invited is told [GV111]. */
    state: z.enum(BRIEFING_STATES),
    /** False: no mail server is set, and everything is printed. */
    hasMail: z.boolean(),
    /** Nothing goes until then, because the last mails all failed [GV72]; null: mail goes. */
    pausedUntil: z.iso.datetime().nullable(),
    quietHours: z.object({ fromHour: hour, untilHour: hour }),
    subject: z.string(),
    bring: z.string().nullable(),
    /** Who wrote it last, and when [GV89]; null: nobody has. */
    bringWritten: z.object({ byName: z.string(), at: z.iso.datetime() }).nullable(),
    /** What the template in force says of it [GV153]; null: nothing, or nobody is invited any more. */
    bringOfTemplate: z.string().nullable(),
    /** Who chairs, asks the others and gets no invitation [GV64]; null while nobody is asked in that part. */
    chair: z.object({ fullName: z.string(), isVacant: z.boolean(), capacity: z.string() }).nullable(),
    recipients: z.array(
      z.object({
        attendeeId: id,
        part,
        /** The title of the office where nobody holds it. */
        fullName: z.string(),
        isVacant: z.boolean(),
        /** Of who holds several offices of the list all of them: they get one letter [GV219]. */
        capacity: z.string(),
        /** What is noted of somebody who is expected, as in whose place they hold the office [GV143]. */
        note: z.string().nullable(),
        /** Of somebody invited who has left the office since: who holds it now [GV143]; null otherwise. */
        leftOffice: z.string().nullable(),
        address: z.string().nullable(),
        /** Addresses that were entered under other offices of theirs, to which nothing is sent [GV220]. */
        unusedAddresses: z.array(z.string()),
        /** The invitation as it would be sent or printed now. */
        text: z.string(),
        invitation: invitation.nullable(),
        /** Whoever held the office before, to whom a mail was made out and is not sent [GV156]; null otherwise. */
        notSentTo: z.string().nullable(),
        /** That mail was to the office by its title, while nobody held it: nobody has left. */
        wasVacant: z.boolean(),
        /**
         * An invitation, this or an earlier one, may have reached them: they are told when the briefing is
         * not held; nobody once its day is over [GV111].
         */
        isToBeTold: z.boolean(),
        /** How they are told that it is not held; null where they are not. */
        cancellation: cancellation.nullable(),
        /** Of a group's leader who is told in person: the number that the group's page shows; null for all others. */
        phone: z.string().nullable(),
      }),
    ),
    /** Who held an office of the list before and whom an invitation may have reached: told in person when the briefing is not held [GV159]. */
    former: z.array(
      z.object({
        attendeeId: id,
        fullName: z.string(),
        capacity: z.string(),
        cancellation: cancellation.nullable(),
      }),
    ),
  }),
  permission: holdBriefing,
});

/** Says what those who come bring along; null: nothing. Refused where another wrote it since the text the person saw [GV89]. */
export const writeInvitationNote = operation({
  name: 'governance.writeInvitationNote',
  method: 'PUT',
  path: '/communes/{communeId}/briefings/{briefingId}/invitations/note',
  summary: 'Ghi giấy tờ cần mang theo vào giấy mời.',
  input: z.object({
    ...within,
    bring: lines(LONGEST.bring).nullable(),
    /** What stood there when the person began to write [GV89]; a template may begin with more than anybody types. */
    shownBring: z.string().max(10_000).nullable(),
  }),
  output: nothing,
  refusals: ['bringChanged', 'briefingClosed', 'briefingCancelled'],
  permission: holdBriefing,
});

/** Enters the mail address of a person asked, or takes it away with null; it is known at the next briefing too. */
export const writeMailAddress = operation({
  name: 'governance.writeMailAddress',
  method: 'PUT',
  path: '/communes/{communeId}/briefings/{briefingId}/attendees/{attendeeId}/address',
  summary: 'Ghi địa chỉ thư của người dự.',
  input: z.object({
    ...within,
    attendeeId: id,
    fullName: shownName,
    address: z
      .string()
      .trim()
      .refine(isMailAddress, { error: 'Địa chỉ thư chưa đúng dạng, ví dụ hoiphunu.binhngoc@daklak.gov.vn.' })
      .nullable(),
  }),
  output: nothing,
  refusals: ['briefingClosed', 'briefingCancelled', 'attendeeIsAnother'],
  permission: holdBriefing,
});

/**
 * Queues invitations by mail. Who has one that waits or went, for the day that stands, is passed over unless asked `again`;
 * one that waits is never doubled; who has no address is passed over.
 */
export const sendInvitations = operation({
  name: 'governance.sendInvitations',
  method: 'POST',
  path: '/communes/{communeId}/briefings/{briefingId}/invitations',
  summary: 'Gửi giấy mời qua thư điện tử.',
  input: z.object({ ...within, attendeeIds, again: z.boolean().default(false) }),
  output: z.object({ queued: count, passedOver: count, dueAt: z.iso.datetime() }),
  refusals: ['mailNotSetUp', 'tooLateToInvite', 'briefingClosed', 'briefingCancelled'],
  permission: holdBriefing,
});

/** Keeps that invitations were printed and are to be handed over. */
export const printInvitations = operation({
  name: 'governance.printInvitations',
  method: 'POST',
  path: '/communes/{communeId}/briefings/{briefingId}/invitations/printed',
  summary: 'Ghi nhận đã in giấy mời.',
  input: z.object({ ...within, attendeeIds }),
  output: z.object({ printed: count }),
  refusals: ['tooLateToInvite', 'briefingClosed', 'briefingCancelled'],
  permission: holdBriefing,
});

/** Says that a printed invitation was handed over, on which day and by whom. */
export const handOverInvitation = operation({
  name: 'governance.handOverInvitation',
  method: 'POST',
  path: '/communes/{communeId}/briefings/{briefingId}/invitations/{attendeeId}/handed',
  summary: 'Ghi nhận đã giao giấy mời tận tay.',
  input: z.object({
    ...within,
    attendeeId: id,
    fullName: shownName,
    handedOn: date,
    handedByName: line(LONGEST.personName),
  }),
  output: nothing,
  refusals: [
    'invitationNotPrinted',
    'handedInTheFuture',
    'attendeeIsAnother',
    'briefingClosed',
    'briefingCancelled',
  ],
  permission: holdBriefing,
});

/** Says that somebody whom no mail tells was told in person that the briefing is not held; false: that was a mistake [GV116]. */
export const recordToldInPerson = operation({
  name: 'governance.recordToldInPerson',
  method: 'PUT',
  path: '/communes/{communeId}/briefings/{briefingId}/cancellations/{attendeeId}',
  summary: 'Ghi đã báo trực tiếp là không tổ chức giao ban, hoặc rút lại điều đã ghi nhầm.',
  input: z.object({
    ...within,
    attendeeId: id,
    /** Who of that place: whoever stands there, or held the office before. */
    toName: line(LONGEST.shownName),
    isTold: z.boolean(),
  }),
  output: nothing,
  refusals: ['toldByMail'],
  permission: holdBriefing,
});
