import type { OutputOf } from '../../../../kernel/contract.ts';
import type { showOfficeMonth } from '../../../../modules/portfolio/contract.ts';
import { formatInteger } from '../../../shared/format.ts';

/** The office's month. */
export type OfficeMonth = OutputOf<typeof showOfficeMonth>;

/** “3 trên 4”: how many of its communes the date has. */
export function presentOf({ communes }: Pick<OfficeMonth, 'communes'>): string {
  const present = communes.filter((commune) => commune.now !== null);
  return `${formatInteger(present.length)} trên ${formatInteger(communes.length)}`;
}
