import { formatDate } from '../../../kernel/dates.ts';
import { isRefusal, type Refusal, refuse } from '../../../kernel/refusal.ts';
import { lockAuditHead } from '../../../platform/audit/append-audit.ts';
import type { HandlerContext } from '../../../platform/command.ts';
import type { Handler } from '../../../platform/http/implement.ts';
import { callerName } from '../../identity/index.ts';
import type { numberPaper as operation } from '../contract.ts';
import { type BriefingRow, lockBriefing, touchBriefing } from '../db/briefings.ts';
import { selectMinutes } from '../db/minutes.ts';
import { findNumbered, type PaperNumberRow, writePaperNumber } from '../db/paper-numbers.ts';
import { PAPER_KINDS } from '../domain/papers/paper-kinds.ts';
import { slipsOf } from '../domain/papers/slips.ts';

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
  await writePaperNumber(tx, within, { ...row, by: caller.userId, byName, at: clock.now() });
  await touchBriefing(tx, communeId, briefingId);
  note({ communeId, subject: { briefing: briefingId, paper: kind, number, issuedOn } });
  return {};
};

type Code = 'paperStillDraft' | 'paperNumberTaken' | 'paperBeforeMeeting' | 'noSuchPaper';

async function judge(
  { tx }: HandlerContext,
  { communeId, id: briefingId, state, heldOn: held }: BriefingRow,
  row: PaperNumberRow,
): Promise<Refusal<Code> | null> {
  const { title, isOfMeeting } = PAPER_KINDS[row.kind];
  const heldOn = formatDate(held);
  if (isOfMeeting && state !== 'closed') return refuse('paperStillDraft', { title, heldOn });
  if (isOfMeeting && row.issuedOn < held)
    return refuse('paperBeforeMeeting', { title, heldOn, issuedOn: formatDate(row.issuedOn) });
  const within = { communeId, briefingId };
  if (row.kind === 'assignment') {
    const minutes = await selectMinutes(tx, communeId, briefingId);
    if (slipsOf(minutes?.content.conclusions ?? []).length === 0) return refuse('noSuchPaper', { heldOn });
  }
  const taken = await findNumbered(tx, within, row);
  if (taken === undefined) return null;
  const year = row.issuedOn.slice(0, 4);
  return refuse('paperNumberTaken', { title, number: row.number, year, heldOn: formatDate(taken) });
}
