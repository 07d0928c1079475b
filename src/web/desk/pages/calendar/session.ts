import type { OutputOf } from '../../../../kernel/contract.ts';
import type { listSessions } from '../../../../modules/sessions/contract.ts';

/** One session of the calendar. */
export type Session = OutputOf<typeof listSessions>['sessions'][number];
