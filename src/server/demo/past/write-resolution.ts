import { addDays, type BusinessDate, formatDate } from '../../../kernel/dates.ts';
import { formatShort } from '../../../kernel/quantity.ts';
import { giveDirective } from '../../../modules/governance/contract.ts';
import { listLoans } from '../../../modules/portfolio/contract.ts';
import { SAMPLE_PEOPLE } from '../sample-people.ts';
import { stepsOfTasks } from './answer-tasks.ts';
import { chairOf, OFFICER, type Town } from './commune-facts.ts';
import { officeHour, type Step } from './moments.ts';
import { tasksGiven } from './tasks-at-hand.ts';

/** The committee's resolution of the quarter is written down so many months before the demo begins: most of it is answered by then. */
const MONTHS_AGO = 1;
const DAYS_INTO_MONTH = 10;
const DAYS_TO_ANSWER = 40;

/** What the committee resolved: a task for each association of the commune, over the unpaid interest of the newest figures. */
export function resolutionsOf(town: Town, from: BusinessDate): Step[] {
  if (town.monthsToGo !== MONTHS_AGO) return [];
  return [{ at: officeHour(from, DAYS_INTO_MONTH, town.code, 'resolution'), run: () => writeDown(town) }];
}

async function writeDown(town: Town): Promise<readonly Step[]> {
  const { hands, communeId, code } = town;
  const today = hands.clock.today();
  const { dataDate, totals } = await hands.act(OFFICER, listLoans, { communeId, limit: 1 });
  const owed = formatShort(totals.unpaidInterestVnd);
  const directiveId = hands.newId();
  await hands.act(chairOf(code), giveDirective, {
    ...{ communeId, directiveId, source: 'resolution', spread: 'associations', codes: [] },
    ...{ paperNumber: numberOf(today), paperOn: addDays(today, -3), paperIssuer: committeeOf(code) },
    text: `Họp tổ còn lãi tồn (toàn ${kindOf(code)} ${owed} đến ${formatDate(dataDate)}), lập lịch nộp của từng hộ, hội báo kết quả.`,
    measure: 'Tổ nào còn lãi tồn cũng có lịch nộp của từng hộ',
    dueOn: addDays(today, DAYS_TO_ANSWER),
  });
  return stepsOfTasks(town, 'order', await tasksGiven(town, { directiveId }));
}

/** One resolution in a quarter: `03/NQ-BĐD` in the third. */
function numberOf(date: BusinessDate): string {
  return `0${Math.ceil(Number(date.slice(5, 7)) / 3)}/NQ-BĐD`;
}

/** `Ban đại diện HĐQT NHCSXH xã Bình Ngọc (mẫu)`: it does not exist, as nobody of the demo does. */
function committeeOf(code: string): string {
  const [, ...name] = placeOf(code);
  return `Ban đại diện HĐQT NHCSXH ${[kindOf(code), ...name].join(' ')} (mẫu)`;
}

/** `xã`, `phường`. */
function kindOf(code: string): string {
  const [kind = 'xã'] = placeOf(code);
  return kind.toLowerCase();
}

/** The commune as its chair's office names it, word by word. */
function placeOf(code: string): string[] {
  const chair = chairOf(code);
  return SAMPLE_PEOPLE.find(({ login }) => login === chair)?.place.split(' ') ?? [];
}
