import type { OutputOf } from '../../../../kernel/contract.ts';
import type { listProgrammes } from '../../../../modules/programmes/contract.ts';

/** A programme of lending with its dated terms. */
export type Programme = OutputOf<typeof listProgrammes>['programmes'][number];
