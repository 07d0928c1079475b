import type { OutputOf } from '../../../kernel/contract.ts';
import { isRefusal, refuse } from '../../../kernel/refusal.ts';
import type { HandlerContext } from '../../../platform/command.ts';
import type { Handler } from '../../../platform/http/implement.ts';
import { lettersReplacedIn } from '../../documents/index.ts';
import type { listPapers as operation } from '../contract.ts';
import { invitedNow } from '../domain/addressees.ts';
import { type Appointment, appointmentOf, isOutdated } from '../domain/invitation.ts';
import { dayMet, minutesNumberText } from '../domain/minutes.ts';
import { NUMBERED_BY_HAND, PAPER_KIND_NAMES, type PaperKind } from '../domain/papers/paper-kinds.ts';
import { linesWithoutSlip, slipsOf } from '../domain/papers/slips.ts';
import { labelsNow } from '../owners-now.ts';
import { symbolOf } from './content/frame.ts';
import { gatherPapers, type PaperSources } from './gather-papers.ts';
import { askingOf, frameOf, writePapers } from './write-papers.ts';

type Listed = OutputOf<typeof operation>['papers'][number];

/** What a briefing that is not held has [GV109]. */
const NONE: OutputOf<typeof operation> = { papers: [], minutes: null };

/** The papers of a briefing and what fixes its minutes [GV60]. */
export const listPapers: Handler<typeof operation> = async ({ communeId, briefingId }, context) => {
  const sources = await gatherPapers(context, { communeId, briefingId }, { whole: false });
  if (isRefusal(sources)) return sources.refused === 'notFound' ? refuse('notFound') : NONE;
  const { closed } = sources;
  const withoutSlip = await ownersWithoutSlip(context, sources);
  return {
    papers: PAPER_KIND_NAMES.map((kind) => ({
      ...listed(sources, kind),
      withoutSlip: kind === 'assignment' ? withoutSlip : [],
    })),
    minutes: closed && {
      number: minutesNumberText(closed.number, closed.year),
      hash: closed.hash,
      auditSequence: Number(closed.auditSequence),
      auditHash: closed.auditHash,
      isAltered: closed.isAltered,
    },
  };
};

/** Who was given something and gets no slip, each once: by who holds the office today, in whose list the work stands [GV282]. */
async function ownersWithoutSlip(
  context: HandlerContext,
  { briefing, minutes }: PaperSources,
): Promise<string[]> {
  const lines = linesWithoutSlip(minutes);
  const labelNow = await labelsNow(context, briefing.communeId, lines);
  return [...new Set(lines.map((line) => labelNow(line) ?? line.ownerName ?? ''))];
}

function listed(sources: PaperSources, kind: PaperKind): Omit<Listed, 'withoutSlip'> {
  const frame = frameOf(sources, kind);
  const copies = copiesOf(sources, kind);
  const isByHand = NUMBERED_BY_HAND.some((one) => one === kind);
  return {
    kind,
    isDraft: frame.isDraft,
    copies,
    symbol: frame.number === null ? null : symbolOf(frame),
    number: isByHand ? frame.number : null,
    issuedOn: frame.on,
    canBeNumbered: isByHand && !frame.isDraft && copies > 0,
    numberedFrom: kind === 'results' && frame.isDraft ? dayMet(sources.minutes) : null,
    numberedFor: kind === 'invitation' ? formerAppointment(sources) : null,
    unprintable: lettersReplacedIn(writePapers(sources, kind, 'list')),
  };
}

/** What the meeting was when the invitation got its number, where it has another day, hour or place since [GV175]. */
function formerAppointment({ briefing, numbers }: PaperSources): Appointment | null {
  const appointment = numbers.find(({ kind }) => kind === 'invitation')?.appointment ?? null;
  return appointment !== null && isOutdated(appointment, appointmentOf(briefing)) ? appointment : null;
}

function copiesOf(sources: PaperSources, kind: PaperKind): number {
  const { attendees, persons, minutes } = sources;
  if (kind === 'invitation') return Math.max(1, invitedNow(attendees, persons, askingOf(sources)).length);
  return kind === 'assignment' ? slipsOf(minutes).length : 1;
}
