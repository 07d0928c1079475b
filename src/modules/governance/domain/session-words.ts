import { type BusinessDate, formatDate } from '../../../kernel/dates.ts';

/** A session by its day and, in a commune of several points, by where it is held [GV240]. */
export function sessionWords(session: {
  readonly heldOn: BusinessDate;
  readonly pointNames: readonly string[];
}): string {
  const day = formatDate(session.heldOn);
  return session.pointNames.length === 0 ? day : `${day} ở ${session.pointNames.join(', ')}`;
}
