import { type BusinessDate, formatDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../../kernel/refusal.ts';
import type { HandlerContext } from '../../../platform/command.ts';
import { readDemoDay } from '../../../platform/demo/demo-day.ts';
import { officeHolders } from '../../identity/index.ts';
import { officeServing } from '../../registry/index.ts';
import { selectAddenda } from '../db/addenda.ts';
import { type AgendaRow, selectAgenda } from '../db/agenda.ts';
import type { AttendeeRow } from '../db/attendees.ts';
import { type BriefingRow, selectBriefing } from '../db/briefings.ts';
import { selectBriefingsOn } from '../db/briefings-of-session.ts';
import { type ClosedMinutes, selectMinutes } from '../db/minutes.ts';
import { type PaperNumber, selectPaperNumbers } from '../db/paper-numbers.ts';
import type { Within } from '../db/within.ts';
import type { Persons } from '../domain/addressees.ts';
import { dayMet, type Minutes } from '../domain/minutes.ts';
import type { ListedNow } from '../domain/offices-anew.ts';
import type { PaperKind } from '../domain/papers/paper-kinds.ts';
import { UNKNOWN_OFFICE } from '../domain/papers/place-words.ts';
import { countedTo, type ResultsBefore } from '../domain/papers/results.ts';
import type { PaperTemplate } from '../domain/papers/template.ts';
import type { ReplacedInvitation } from '../domain/replaced-invitation.ts';
import { placesReached } from '../find-asking.ts';
import { findPersons } from '../find-persons.ts';
import { findReplaced } from '../find-replaced.ts';
import { isAltered } from '../minutes-hash.ts';
import { attendeesNow } from '../renew-attendees.ts';
import { resultsBefore } from '../results-of-conclusions.ts';
import { beginMinutes, writeMinutes } from '../write-minutes.ts';
import type { MinutesAddendum } from './content/minutes.ts';
import { templatesOn } from './templates-on.ts';

/** Everything that the papers of a briefing are made from, read once. */
export type PaperSources = {
  readonly briefing: BriefingRow;
  /** False: another point of the commune meets on the same day, and names of files say which. */
  readonly isOnlyOfDay: boolean;
  readonly officeName: string;
  readonly templates: Readonly<Record<PaperKind, PaperTemplate>>;
  readonly numbers: readonly PaperNumber[];
  readonly holders: { readonly officeDirector: string | null; readonly communeChair: string | null };
  readonly agenda: readonly AgendaRow[];
  readonly attendees: readonly ListedNow<AttendeeRow>[];
  /** Who stands at which places of the list: whoever holds several offices gets one letter [GV219]. */
  readonly persons: Persons;
  /** The places under which a letter may have reached who stands there [GV271]. */
  readonly reached: ReadonlySet<Id>;
  /** By the first place of each, the invitation that the one made now takes the place of [GV181]. */
  readonly replaced: ReadonlyMap<Id, ReplacedInvitation>;
  /** As closing fixed them, or as they stand now. */
  readonly minutes: Minutes;
  readonly closed:
    | (Pick<ClosedMinutes, 'number' | 'year' | 'hash' | 'auditSequence' | 'auditHash'> & {
        /** They are no longer what closing fixed [GV10]. */
        readonly isAltered: boolean;
      })
    | null;
  readonly addenda: readonly MinutesAddendum[];
  /** What came of the briefing before until the day of this one [GV67]. */
  readonly before: ResultsBefore | null;
  /** The day to which that is counted: today while the meeting is still to come [GV180]. */
  readonly countedTo: BusinessDate;
  readonly isSample: boolean;
};

/**
 * Reads what the papers of a briefing are made from [GV60] [GV65]; one that is not held has none [GV109].
 *
 * @param whole false: without the figures, points and results of minutes that are not closed yet, for invitations and lists
 */
export async function gatherPapers(
  context: HandlerContext,
  within: Within,
  { whole }: { readonly whole: boolean } = { whole: true },
): Promise<PaperSources | Refusal<'notFound' | 'noPapersOfCancelled'>> {
  const { tx, clock } = context;
  const briefing = await selectBriefing(tx, within.communeId, within.briefingId);
  if (!briefing) return refuse('notFound');
  if (briefing.state === 'cancelled')
    return refuse('noPapersOfCancelled', { heldOn: formatDate(briefing.heldOn) });
  const closed = (await selectMinutes(tx, within.communeId, within.briefingId)) ?? null;
  const write = whole ? writeMinutes : beginMinutes;
  const minutes = closed?.content ?? (await write(context, briefing, clock.now()));
  if (isRefusal(minutes)) return minutes;
  const at = { communeId: within.communeId, on: dayMet(minutes) };
  const office = await officeServing(tx, at);
  const attendees = await attendeesNow(context, briefing);
  return {
    briefing,
    isOnlyOfDay: (await selectBriefingsOn(tx, within.communeId, briefing.heldOn)).length < 2,
    officeName: office?.name ?? UNKNOWN_OFFICE,
    templates: await templatesOn(context, office?.officeId, at.on),
    numbers: await selectPaperNumbers(tx, within),
    holders: await signatories(context, at),
    agenda: await selectAgenda(tx, within.communeId, within.briefingId),
    attendees,
    persons: await findPersons(context, briefing, attendees),
    reached: await placesReached(context, briefing, attendees),
    replaced: await findReplaced(context, briefing, attendees),
    minutes,
    closed: closed && { ...closed, isAltered: isAltered(closed) },
    addenda: (await selectAddenda(tx, within)).map((row) => ({
      ...row,
      writtenAt: row.writtenAt.toISOString(),
    })),
    before:
      minutes.before === undefined && whole
        ? await resultsBefore(context, briefing)
        : (minutes.before ?? null),
    countedTo: closed ? at.on : countedTo(at.on, clock.today()),
    isSample: (await readDemoDay(tx)) !== null,
  };
}

async function signatories(
  context: HandlerContext,
  at: { readonly communeId: Id; readonly on: BusinessDate },
): Promise<PaperSources['holders']> {
  const holders = await officeHolders(context, at);
  const nameOf = (role: string) => holders.find((holder) => holder.role === role)?.fullName ?? null;
  return { officeDirector: nameOf('officeDirector'), communeChair: nameOf('communeChair') };
}
