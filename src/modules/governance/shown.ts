import type { z } from 'zod';
import type { AgendaRow } from './db/agenda.ts';
import type { BriefingRow } from './db/briefings.ts';
import type { ConclusionRow, OtherVersion } from './db/conclusions.ts';
import type { DifficultyRow } from './db/difficulties.ts';
import type { difficulty } from './domain/difficulty-shapes.ts';
import type { agendaItem, attendee, briefingHead, conclusion } from './domain/shapes.ts';
import type { AttendeeOnPage } from './renew-attendees.ts';

const moment = (at: Date | null) => at?.toISOString() ?? null;

/** A briefing's row as the contract shows it. */
export function headShown(row: BriefingRow): z.output<typeof briefingHead> {
  const {
    id: briefingId,
    communeId,
    pointCode,
    pointName,
    regularOn,
    heldOn,
    metOn,
    startsAt,
    meetsAt,
    place,
    state,
  } = row;
  const { revision, minutesNumber, minutesYear, minutesHash } = row;
  return {
    briefingId,
    communeId,
    pointCode,
    pointName,
    regularOn,
    heldOn,
    metOn,
    startsAt,
    meetsAt,
    place,
    state,
    revision,
    minutesNumber,
    minutesYear,
    minutesHash,
    openedAt: moment(row.openedAt),
    closedAt: moment(row.closedAt),
  };
}

/** An agenda's item as the contract shows it. */
export function agendaShown({
  id: itemId,
  kind,
  title,
  minutes,
  note,
  reachedAt,
}: AgendaRow): z.output<typeof agendaItem> {
  return { itemId, kind, title, minutes, note, reachedAt: moment(reachedAt) };
}

/** Somebody asked as the contract shows them. */
export function attendeeShown({
  id: attendeeId,
  isHandedOn: _,
  ...row
}: AttendeeOnPage): z.output<typeof attendee> {
  return { attendeeId, ...row };
}

/** A difficulty as the contract shows it. */
export function difficultyShown(row: DifficultyRow): z.output<typeof difficulty> {
  const {
    id: difficultyId,
    briefingId: _,
    villageCode: __,
    associationCode: ___,
    raisedBy: ____,
    raisedSeat: _____,
    ...rest
  } = row;
  return {
    ...rest,
    difficultyId,
    raisedAt: row.raisedAt.toISOString(),
    answeredAt: moment(row.answeredAt),
    droppedAt: moment(row.droppedAt),
  };
}

/** A conclusion with the versions that wait for a choice. */
export function conclusionShown(
  row: ConclusionRow,
  conflicts: readonly OtherVersion[],
): z.output<typeof conclusion> {
  const { text, ownerSeat, ownerName, dueOn, measuredBy, writtenByName, writtenAt } = row;
  const others = conflicts
    .filter(({ conclusionId }) => conclusionId === row.id)
    .map((other) => ({
      versionId: other.id,
      text: other.text,
      ownerSeat: other.ownerSeat,
      ownerName: other.ownerName,
      dueOn: other.dueOn,
      writtenByName: other.writtenByName,
      writtenAt: other.writtenAt.toISOString(),
    }));
  return {
    conclusionId: row.id,
    version: row.version,
    text,
    ownerSeat,
    ownerName,
    dueOn,
    measuredBy,
    writtenByName,
    writtenAt: writtenAt.toISOString(),
    others,
  };
}
