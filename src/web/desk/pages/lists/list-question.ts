import type { InputOf } from '../../../../kernel/contract.ts';
import type { Id } from '../../../../kernel/ids.ts';
import { LOAN_SORTS, type listLoans } from '../../../../modules/portfolio/contract.ts';
import type { ListName } from '../../../../modules/portfolio/domain/list-names.ts';
import type { ListFilter } from '../../paths.ts';

/** The communes a person reaches, with their codes. */
type InReach = { readonly communes: readonly { readonly id: Id; readonly code: string | null }[] };

const STATUSES = ['open', 'inTerm', 'overdue', 'frozen', 'closed', 'all'] as const;
const REACHES = { duoc: 'reachable', khong: 'unreachable' } as const;

/** The group code that direct loans have in an address. */
export const DIRECT_LOANS = 'truc-tiep';

/** The question a list's address asks. Values that are none of the contract's are left out, not guessed. */
export function loansQuestion(
  { communes }: InReach,
  list: ListName | undefined,
  filter: ListFilter,
): InputOf<typeof listLoans> {
  const commune = communes.length === 1 ? communes[0] : communes.find(({ code }) => code === filter.xa);
  const entries = Object.entries({
    communeId: commune?.id,
    dataDate: filter.ngay,
    comparedDate: filter.sovoi,
    list,
    villageCode: filter.thon,
    groupCode: filter.to === DIRECT_LOANS ? '' : filter.to,
    associationCode: filter.hoi,
    programmeCode: filter.ct,
    fundSource: filter.nguon,
    customerCode: filter.kh,
    reach: REACHES[filter.lienlac as keyof typeof REACHES],
    keyFrom: filter.tu,
    keyTo: filter.den,
    text: filter.tim,
    sort: LOAN_SORTS.find((candidate) => candidate === filter.xep),
    status: STATUSES.find((candidate) => candidate === filter.tt),
  }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries);
}
