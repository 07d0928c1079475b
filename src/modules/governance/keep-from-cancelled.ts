import type { HandlerContext } from '../../platform/command.ts';
import { markAgendaWritten, selectAgenda, writeAgenda } from './db/agenda.ts';
import { insertAttendees, selectAdded } from './db/attendees.ts';
import { type BriefingRow, writeMeetingHour } from './db/briefings.ts';
import { writeBring } from './db/invitations.ts';
import { copyPoints, markKept } from './db/kept-from-cancelled.ts';
import type { Within } from './db/within.ts';
import { guestsToKeep } from './domain/guests-to-keep.ts';
import type { KeptPart } from './domain/kept-parts.ts';
import type { Place } from './domain/places.ts';
import type { SeatShown } from './domain/seat.ts';

/** What a briefing prepared again has by itself, before anything of the cancelled one comes to it. */
export type Begun = {
  readonly bring: string | null;
  readonly asked: readonly Place[];
  readonly seats: readonly SeatShown[];
};

/**
 * Goes on from what people wrote in the cancelled briefing of the same session [GV185]: what they did with the points, the agenda, the hour,
 * what to bring and whom they added. What nobody wrote is as the system fills it today, from the figures of today.
 */
export async function keepFromCancelled(
  context: HandlerContext,
  within: Within,
  { cancelled, begun }: { readonly cancelled: BriefingRow; readonly begun: Begun },
): Promise<void> {
  const { tx } = context;
  const at = { communeId: within.communeId, from: cancelled.id, to: within.briefingId };
  const kept: Record<KeptPart, boolean> = {
    points: await copyPoints(tx, at),
    agenda: await keepAgenda(context, within, cancelled),
    hour: await keepHour(context, within, cancelled),
    bring: await keepBring(context, within, { cancelled, begun }),
    guests: await keepGuests(context, within, { cancelled, begun }),
  };
  const parts = (Object.keys(kept) as KeptPart[]).filter((part) => kept[part]);
  if (parts.length > 0) await markKept(tx, within, { from: cancelled.id, parts });
}

/** An agenda that somebody wrote, with its minutes and notes; its items are those of the new briefing. */
async function keepAgenda(
  { tx, newId }: HandlerContext,
  within: Within,
  { communeId, id, agendaWrittenByName: byName }: BriefingRow,
): Promise<boolean> {
  if (byName === null) return false;
  const items = await selectAgenda(tx, communeId, id);
  await writeAgenda(
    tx,
    within,
    items.map((item) => ({ ...item, id: newId() })),
  );
  await markAgendaWritten(tx, { ...within, byName });
  return true;
}

async function keepHour(
  { tx }: HandlerContext,
  within: Within,
  { meetsAt, hourToldByName: toldByName }: BriefingRow,
): Promise<boolean> {
  if (toldByName === null) return false;
  await writeMeetingHour(tx, within, { meetsAt, toldByName });
  return true;
}

/** What to bring, where somebody wrote or emptied it for the cancelled briefing; it is told where the new one began with other words. */
async function keepBring(
  { tx }: HandlerContext,
  within: Within,
  {
    cancelled: { bring, bringOrigin, bringWrittenByName, bringWrittenAt },
    begun,
  }: { readonly cancelled: BriefingRow; readonly begun: Pick<Begun, 'bring'> },
): Promise<boolean> {
  if (bringOrigin !== 'written') return false;
  await writeBring(tx, within, { bring, bringOrigin, bringWrittenByName, bringWrittenAt });
  return bring !== begun.bring;
}

async function keepGuests(
  { tx, newId }: HandlerContext,
  within: Within,
  { cancelled, begun }: { readonly cancelled: BriefingRow; readonly begun: Begun },
): Promise<boolean> {
  const listed = await selectAdded(tx, { communeId: cancelled.communeId, briefingId: cancelled.id });
  const guests = guestsToKeep(listed, begun);
  await insertAttendees(
    tx,
    within,
    guests.map((guest) => ({ ...guest, id: newId() })),
    { isAdded: true },
  );
  return guests.length > 0;
}
