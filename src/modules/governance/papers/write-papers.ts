import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Paper } from '../../documents/index.ts';
import type { AttendeeRow } from '../db/attendees.ts';
import { type Asking, invitedNow } from '../domain/addressees.ts';
import { isThere, type Presence } from '../domain/attendance.ts';
import { isHeld } from '../domain/briefing.ts';
import { chairShown } from '../domain/chair-shown.ts';
import { dayMet, isOfVacant } from '../domain/minutes.ts';
import { vietnamTime } from '../domain/papers/hours.ts';
import { type InvitationForm, PAPER_KINDS, type PaperKind } from '../domain/papers/paper-kinds.ts';
import type { PlaceholderValues } from '../domain/papers/placeholders.ts';
import type { Signer } from '../domain/papers/template.ts';
import { assignmentPapers } from './content/assignment.ts';
import { conclusionsPaper } from './content/conclusions.ts';
import { type Frame, symbolOf } from './content/frame.ts';
import { invitationPapers, invitationToOne } from './content/invitation.ts';
import { minutesPaper } from './content/minutes.ts';
import { resultsPaper } from './content/results.ts';
import type { PaperSources } from './gather-papers.ts';
import { occasionValues } from './occasion-values.ts';

/** One kind of a briefing's papers; several in one file where there are several, none where there is nothing to write. */
export function writePapers(sources: PaperSources, kind: PaperKind, form: InvitationForm): Paper[] {
  const frame = frameOf(sources, kind);
  const { minutes, closed, before } = sources;
  switch (kind) {
    case 'invitation':
      return invitationPapers(frame, invitationMatter(sources), form);
    case 'minutes':
      return [minutesPaper(frame, { minutes, seal: closed, addenda: sources.addenda })];
    case 'conclusions':
      return [conclusionsPaper(frame, minutes)];
    case 'assignment': {
      const minutesSymbol = closed ? symbolOf(frameOf(sources, 'minutes')) : null;
      return assignmentPapers(frame, { minutes, minutesSymbol });
    }
    case 'results':
      return [resultsPaper(frame, { metOn: dayMet(minutes), countedTo: sources.countedTo, before })];
  }
}

/** The invitation of somebody who is asked, as it stands now [GV64]. */
export function writeInvitationOf(
  sources: PaperSources,
  to: Pick<AttendeeRow, 'id' | 'fullName' | 'isVacant' | 'capacity'>,
): Paper {
  const invited = { ...to, replaced: sources.replaced.get(to.id) ?? null };
  return invitationToOne(frameOf(sources, 'invitation'), invitationMatter(sources), invited);
}

/** Whether a paper is not yet what it will say: made of a meeting that has not ended [GV65], or counted to one that is still to come [GV180]. */
export function isDraft(
  { closed, minutes, countedTo }: Pick<PaperSources, 'closed' | 'minutes' | 'countedTo'>,
  kind: PaperKind,
): boolean {
  if (kind === 'results') return countedTo < dayMet(minutes);
  return PAPER_KINDS[kind].isOfMeeting && closed === null;
}

/** The office's frame of one kind of paper: template, occasion, number, signatories. */
export function frameOf(sources: PaperSources, kind: PaperKind): Frame {
  return {
    template: sources.templates[kind],
    values: valuesOf(sources, kind),
    isOneOfSeveral: isOfSeveral(sources.minutes),
    on: dayOf(sources, kind),
    number: numberOf(sources, kind),
    signers: signersOf(sources, kind),
    isSample: sources.isSample,
    isDraft: isDraft(sources, kind),
  };
}

function isOfSeveral({ point }: PaperSources['minutes']): boolean {
  return point.isOneOfSeveral === true;
}

/** An invitation asks people for the session's day; every other paper tells of the day on which they met [GV104]. */
function valuesOf({ minutes, officeName }: PaperSources, kind: PaperKind): PlaceholderValues {
  const { commune, point } = minutes;
  const heldOn = kind === 'invitation' ? minutes.heldOn : dayMet(minutes);
  return occasionValues({
    ...{ officeName, communeName: commune.name, pointName: point.name, heldOn },
    isOneOfSeveral: isOfSeveral(minutes),
  });
}

/**
 * The day written down with the number; before that an invitation has the day it was prepared, the report the one to which it counts, the
 * others the meeting's.
 */
function dayOf(sources: PaperSources, kind: PaperKind): BusinessDate {
  const { briefing, minutes, countedTo } = sources;
  const issuedOn = numberedOf(sources, kind)?.issuedOn;
  if (issuedOn !== undefined) return issuedOn;
  if (kind === 'results') return countedTo;
  if (kind !== 'invitation') return dayMet(minutes);
  const preparedOn = vietnamTime(briefing.preparedAt.toISOString()).on;
  // Minutes written late are prepared after their day; an invitation to it is not.
  if (preparedOn > briefing.heldOn) return briefing.heldOn;
  return preparedOn;
}

function numberOf(sources: PaperSources, kind: PaperKind): number | null {
  if (kind === 'minutes') return sources.closed?.number ?? null;
  return numberedOf(sources, kind)?.number ?? null;
}

/** What was written down of a paper's number; a draft has none, also where one was taken too early [GV180]. */
function numberedOf(sources: PaperSources, kind: PaperKind): PaperSources['numbers'][number] | undefined {
  return isDraft(sources, kind) ? undefined : sources.numbers.find((row) => row.kind === kind);
}

/** Minutes are signed by who was there, other papers by who holds the office on the day of the meeting. */
function signersOf(
  { minutes, holders }: PaperSources,
  kind: PaperKind,
): Partial<Record<Signer, string | null>> {
  if (kind !== 'minutes') return { ...holders, chair: minutes.chairedBy };
  const there = (part: string) =>
    minutes.attendees
      .filter(
        (one) =>
          one.part === part && isThere({ presence: one.presence as Presence, isVacant: isOfVacant(one) }),
      )
      .map(({ deputyName, fullName }) => deputyName ?? fullName);
  const [only, ...others] = there('associationHead');
  return {
    ...holders,
    chair: minutes.chairedBy,
    // Nobody signs as secretary of a meeting that he led: who does is written by hand.
    secretary: minutes.recordedBy === minutes.chairedBy ? null : (minutes.recordedBy ?? null),
    // Who chairs signs as the chair, not twice.
    communeChair: there('communeChair').find((name) => name !== minutes.chairedBy) ?? null,
    // Several heads: they choose in the meeting who signs for all.
    associations: others.length === 0 ? (only ?? null) : null,
  };
}

/** Who asks to a meeting by its papers; minutes of long ago do not say by which part: the leader of the session team chaired them. */
export function askingOf({
  briefing,
  reached,
  minutes: { chairPart = 'teamLeader' },
}: Pick<PaperSources, 'briefing' | 'reached' | 'minutes'>): Asking {
  return { chairPart, isHeld: isHeld(briefing.state), reached };
}

function invitationMatter(sources: PaperSources): Parameters<typeof invitationPapers>[1] {
  const { briefing, agenda, attendees, persons, replaced, minutes } = sources;
  const asking = askingOf(sources);
  const { heldOn, startsAt, meetsAt, place, bring } = briefing;
  return {
    heldOn,
    startsAt,
    meetsAt,
    place,
    bring,
    chair: chairShown(attendees, asking, minutes.titles),
    agenda,
    invited: invitedNow(attendees, persons, asking).map((one) => ({
      ...one,
      replaced: replaced.get(one.id) ?? null,
    })),
  };
}
