import { addDays, type BusinessDate, formatDate } from '../../kernel/dates.ts';
import { formatMoment } from '../../kernel/moment.ts';
import { isRefusal, type Outcome, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Handler } from '../../platform/http/implement.ts';
import { refuseEnded } from './change-briefing.ts';
import type { openBriefing as operation } from './contract.ts';
import { markReached, selectAgenda } from './db/agenda.ts';
import { type BriefingRow, lockBriefing, markOpened, touchBriefing } from './db/briefings.ts';
import { selectNextMet } from './db/briefings-around.ts';
import { adoptDifficulties } from './db/difficulties.ts';
import { keepFigures } from './keep-figures.ts';
import { prepareFigures } from './prepare-figures.ts';
import { renewAttendees } from './renew-attendees.ts';

/**
 * Begins the meeting, on its day or later, with the first item of its agenda [GV5] and the figures of that moment [GV29]. On a later
 * day than the session's nobody guesses whether people meet now or have met: it is told [GV104]. Of two who begin at once the second
 * is told; who pressed twice has begun it [GV93].
 */
export const openBriefing: Handler<typeof operation> = async (
  { communeId, briefingId, metOn: told },
  context,
) => {
  const { tx, caller, clock, note } = context;
  const briefing = await lockBriefing(tx, communeId, briefingId);
  if (!briefing) return refuse('notFound');
  const ended = refuseEnded(briefing);
  if (ended) return ended;
  if (briefing.state === 'open' && briefing.openedBy === caller.userId) {
    note({ communeId, subject: { briefing: briefingId } });
    return {};
  }
  if (briefing.state === 'open')
    return refuse('briefingBegun', {
      heldOn: formatDate(briefing.metOn),
      at: formatMoment(briefing.openedAt ?? clock.now()),
    });
  const metOn = judgeDayMet({ heldOn: briefing.heldOn, today: clock.today(), told });
  if (isRefusal(metOn)) return metOn;
  const next = await selectNextMet(tx, briefing);
  if (next !== undefined && metOn >= next) return refuseAfterNext(briefing, { metOn, next });
  const at = clock.now();
  await markOpened(tx, { communeId, briefingId, by: caller.userId, at, metOn });
  await renewAttendees(context, { ...briefing, metOn });
  const [first] = await selectAgenda(tx, communeId, briefingId);
  if (first) await markReached(tx, { communeId, briefingId, itemId: first.id, at });
  // Raised, or left unanswered, while the briefing was being prepared or before it was.
  await adoptDifficulties(tx, { ...briefing, metOn });
  // From here on a month published or undone does not change what people talk about.
  const figures = await prepareFigures(context, briefing);
  await keepFigures(context, { communeId, briefingId }, { occasion: 'opened', figures });
  await touchBriefing(tx, communeId, briefingId);
  note({ communeId, subject: { briefing: briefingId, metOn } });
  return {};
};

/** Says that the point has met for its next session, before or on the day that was told [GV269]. */
function refuseAfterNext(
  { heldOn }: Pick<BriefingRow, 'heldOn'>,
  { metOn, next }: { readonly metOn: BusinessDate; readonly next: BusinessDate },
): Refusal<'dayMetAfterNext'> {
  const days = { heldOn: formatDate(heldOn), until: formatDate(addDays(next, -1)) };
  return refuse('dayMetAfterNext', { ...days, metOn: formatDate(metOn), nextMetOn: formatDate(next) });
}

/** The day on which people met [GV104]: the session's where today is that day, what was told where it may be. */
function judgeDayMet({
  heldOn,
  today,
  told,
}: {
  readonly heldOn: BusinessDate;
  readonly today: BusinessDate;
  readonly told: BusinessDate | undefined;
}): Outcome<BusinessDate, 'briefingBeforeItsDay' | 'dayMetUntold' | 'dayMetOutside'> {
  const days = { heldOn: formatDate(heldOn), today: formatDate(today) };
  if (today < heldOn) return refuse('briefingBeforeItsDay', days);
  const metOn = told ?? (today === heldOn ? heldOn : undefined);
  if (metOn === undefined) return refuse('dayMetUntold', days);
  return metOn < heldOn || metOn > today
    ? refuse('dayMetOutside', { ...days, metOn: formatDate(metOn) })
    : metOn;
}
