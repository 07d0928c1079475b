import type { InputOf } from '../../../../kernel/contract.ts';
import type { Id } from '../../../../kernel/ids.ts';
import type { listLoans } from '../../../../modules/portfolio/contract.ts';
import type { ListName } from '../../../../modules/portfolio/domain/list-names.ts';
import { CHECKS, REACHES, SORTS, STATUSES } from '../../list-values.ts';
import type { ListFilter } from '../../paths.ts';

/** The communes a person reaches, with their codes. */
type InReach = { readonly communes: readonly { readonly id: Id; readonly code: string | null }[] };

/** The group code that direct loans have in an address. */
export const DIRECT_LOANS = 'truc-tiep';

/** Lists of what is to come: whoever opens one asks what comes first, not what is largest. */
const COMING: ReadonlySet<ListName | undefined> = new Set<ListName>([
  'due_at_coming_sessions',
  'due_next_month_by_session',
  'due_and_moved_in_period',
  'due_moved_later',
  'freeze_ends_within_120_days',
  'freeze_ends_within_180_days',
]);

/** Whether a list, unless told otherwise, begins with the day that comes first. */
export function isByDay(list: ListName | undefined): boolean {
  return COMING.has(list);
}

type Order = Pick<InputOf<typeof listLoans>, 'sort' | 'order'>;

/** The order an address asks for, or the list's own. Days that are due begin with the first, everything else with the most. */
function orderOf(list: ListName | undefined, asked: string | undefined): Order {
  const sort = SORTS.find((candidate) => candidate === asked);
  if (sort === undefined) return isByDay(list) ? { sort: 'keyOn', order: 'asc' } : {};
  return sort === 'dueOnSession' ? { sort, order: 'asc' } : { sort };
}

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
    check: CHECKS[filter.kiemtra as keyof typeof CHECKS],
    checkKnownAt: filter.kiemtraluc,
    keyFrom: filter.tu,
    keyTo: filter.den,
    text: filter.tim,
    ...orderOf(list, filter.xep),
    status: STATUSES.find((candidate) => candidate === filter.tt),
  }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries);
}
