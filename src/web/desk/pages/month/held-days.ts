import type { OutputOf } from '../../../../kernel/contract.ts';
import { type BusinessDate, formatDate } from '../../../../kernel/dates.ts';
import type { listSessions } from '../../../../modules/sessions/contract.ts';

type Session = Pick<OutputOf<typeof listSessions>['sessions'][number], 'regularOn' | 'heldOn'>;

/** What notices made of the bank's session day: other days, or none; empty where it is held as the bank has it. */
export function heldNote(sessions: readonly Session[], regularOn: BusinessDate): string {
  const moved = sessions.filter((one) => one.regularOn === regularOn && one.heldOn !== regularOn);
  const texts = moved.map(({ heldOn }) => (heldOn === null ? 'nghỉ' : `họp ${formatDate(heldOn)}`));
  return [...new Set(texts)].join(', ');
}
