import type { OutputOf } from '../../../../kernel/contract.ts';
import type { listUsers } from '../../../../modules/identity/contract.ts';

/** A person as the administrator sees them. */
export type User = OutputOf<typeof listUsers>['users'][number];
