import { addDays, type BusinessDate } from '../../../kernel/dates.ts';
import { giveDirective } from '../../../modules/governance/contract.ts';
import { listLoans } from '../../../modules/portfolio/contract.ts';
import { stepsOfTasks } from './answer-tasks.ts';
import { throwOf } from './chance.ts';
import { chairOf, type Loan, OFFICER, type Town } from './commune-facts.ts';
import { officeHour, type Step } from './moments.ts';
import { tasksGiven } from './tasks-at-hand.ts';

/** What a chair orders over the loans of a list, by what the figures of the next month are to show. */
const ORDERS = [
  {
    list: 'unpaid_interest_3_months',
    figure: 'unpaidInterest',
    text: 'Gặp từng hộ lãi tồn từ 3 tháng, vận động nộp lãi hoặc lập cam kết',
    measure: 'Lãi tồn giảm ở số liệu tháng sau',
  },
  {
    list: 'inactive_3_months',
    figure: 'transaction',
    text: 'Tới nhà hộ lâu không giao dịch, làm rõ lý do và hẹn ngày tới điểm giao dịch',
    measure: 'Hộ có giao dịch ở số liệu tháng sau',
  },
  {
    list: 'overdue',
    figure: 'overdue',
    text: 'Làm việc với hộ có nợ quá hạn, thu hồi từng phần',
    measure: 'Nợ quá hạn giảm ở số liệu tháng sau',
  },
] as const;

/** As many loans as leaders can visit until the deadline. */
const MOST_LOANS = 8;

/** The last months have an order in every commune: one whose answer the newest figures judge, and one that is still at work. */
const MONTHS_WITH_ORDER = 2;

/** What the chair of a commune orders in a month besides the briefings: every second month, over the loans of one group. */
export function ordersOf(town: Town, from: BusinessDate): Step[] {
  if (town.monthsToGo >= MONTHS_WITH_ORDER && throwOf(2, town.code, from, 'order') === 0) return [];
  const order = ORDERS[throwOf(ORDERS.length, town.code, from, 'which')] ?? ORDERS[0];
  return [{ at: officeHour(from, 3, town.code, from), run: () => give(town, order) }];
}

async function give(
  town: Town,
  { list, figure, text, measure }: (typeof ORDERS)[number],
): Promise<readonly Step[]> {
  const { hands, communeId, code } = town;
  const chair = chairOf(code);
  const { rows } = await hands.act(OFFICER, listLoans, { list, communeId, limit: 100 });
  const groupCode = groupToVisit(rows);
  if (groupCode === undefined) return [];
  const directiveId = hands.newId();
  await hands.act(chair, giveDirective, {
    ...{ communeId, directiveId, source: 'order', text, measure, figure },
    ...{ spread: 'loans', list, listGroupCodes: [groupCode], responsible: 'groupLeader' },
    dueOn: addDays(hands.clock.today(), 18),
  });
  return stepsOfTasks(town, 'order', await tasksGiven(town, { directiveId }));
}

/** The group with the most loans on the list that can still be visited one by one. */
function groupToVisit(loans: readonly Loan[]): string | undefined {
  const counted = new Map<string, number>();
  for (const { groupCode } of loans)
    if (groupCode !== '') counted.set(groupCode, (counted.get(groupCode) ?? 0) + 1);
  const [first] = [...counted]
    .filter(([, count]) => count <= MOST_LOANS)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return first?.[0];
}
