import { formatDate } from '../../../kernel/dates.ts';
import { isRefusal, type Refusal, refuse } from '../../../kernel/refusal.ts';
import { lockAuditHead } from '../../../platform/audit/append-audit.ts';
import type { HandlerContext } from '../../../platform/command.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { Handler } from '../../../platform/http/implement.ts';
import { callerName } from '../../identity/index.ts';
import type { numberPaper as operation } from '../contract.ts';
import { type BriefingRow, lockBriefing, touchBriefing } from '../db/briefings.ts';
import { selectMinutes } from '../db/minutes.ts';
import { type PaperNumberRow, selectNumberedPapers, writePaperNumber } from '../db/paper-numbers.ts';
import type { Within } from '../db/within.ts';
import { appointmentOf } from '../domain/invitation.ts';
import { PAPER_KINDS } from '../domain/papers/paper-kinds.ts';
import { type Giving, numbersOfSlips, sharedNumber, slipsOf } from '../domain/papers/slips.ts';

/** Writes down the number and day of a paper as the register of outgoing papers has them [GV68]. */
export const numberPaper: Handler<typeof operation> = async (
  { communeId, briefingId, kind, number, issuedOn },
  context,
) => {
  const { tx, caller, clock, note } = context;
  const within = { communeId, briefingId };
  const briefing = await lockBriefing(tx, communeId, briefingId);
  if (!briefing) return refuse('notFound');
  // Two briefings of a commune take turns, so that neither takes the number of the other unseen.
  await lockAuditHead(tx, communeId);
  const row = { kind, number, issuedOn };
  const refused = await judge(context, briefing, row);
  if (isRefusal(refused)) return refused;
  const byName = await callerName(context);
  const appointment = appointmentOf(briefing);
  await writePaperNumber(tx, within, { ...row, appointment, by: caller.userId, byName, at: clock.now() });
  await touchBriefing(tx, communeId, briefingId);
  note({ communeId, subject: { briefing: briefingId, paper: kind, number, issuedOn } });
  return {};
};

type Code =
  | 'noPapersOfCancelled'
  | 'paperStillDraft'
  | 'reportBeforeMeeting'
  | 'paperNumberTaken'
  | 'paperBeforeMeeting'
  | 'noSuchPaper';

async function judge(
  { tx, clock }: HandlerContext,
  { communeId, id: briefingId, state, heldOn: plannedOn, metOn }: BriefingRow,
  row: PaperNumberRow,
): Promise<Refusal<Code> | null> {
  if (state === 'cancelled') return refuse('noPapersOfCancelled', { heldOn: formatDate(plannedOn) });
  const { title, isOfMeeting } = PAPER_KINDS[row.kind];
  const heldOn = formatDate(metOn);
  if (isOfMeeting && state !== 'closed') return refuse('paperStillDraft', { title, heldOn });
  const isReport = row.kind === 'results';
  if (isReport && clock.today() < metOn) return refuse('reportBeforeMeeting', { title, heldOn });
  if ((isOfMeeting || isReport) && row.issuedOn < metOn)
    return refuse('paperBeforeMeeting', { title, heldOn, issuedOn: formatDate(row.issuedOn) });
  const within = { communeId, briefingId };
  const isOfSlips = row.kind === 'assignment';
  const giving = (isOfSlips && (await selectMinutes(tx, communeId, briefingId))?.content) || NOTHING_GIVEN;
  if (isOfSlips && slipsOf(giving).length === 0) return refuse('noSuchPaper', { heldOn });
  return judgeNumbers(tx, within, { row, giving });
}

const NOTHING_GIVEN: Giving = { conclusions: [], difficulties: [] };

/** No number of a kind is had twice in a year, nor one of slips by those of another meeting that begin elsewhere [GV66], [GV68]. */
async function judgeNumbers(
  tx: Tx,
  within: Within,
  { row, giving }: { readonly row: PaperNumberRow; readonly giving: Giving },
): Promise<Refusal<'paperNumberTaken'> | null> {
  const numbersOf = (first: number, of: Giving) =>
    row.kind === 'assignment' ? numbersOfSlips(first, of) : { first, last: first };
  const asked = numbersOf(row.number, giving);
  for (const other of await selectNumberedPapers(tx, within, row)) {
    const number = sharedNumber(asked, numbersOf(other.number, other));
    if (number === undefined) continue;
    const { title } = PAPER_KINDS[row.kind];
    const year = row.issuedOn.slice(0, 4);
    return refuse('paperNumberTaken', { title, number, year, heldOn: formatDate(other.heldOn) });
  }
  return null;
}
