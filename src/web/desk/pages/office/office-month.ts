import type { OutputOf } from '../../../../kernel/contract.ts';
import type { showOfficeMonth } from '../../../../modules/portfolio/contract.ts';

/** The office's month. */
export type OfficeMonth = OutputOf<typeof showOfficeMonth>;
