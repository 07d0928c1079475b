import { businessDate, formatDate } from '../../../kernel/dates.ts';
import { formatInteger } from '../../../kernel/money.ts';
import { formatHundredths } from '../../../kernel/quantity.ts';
import { RULES, type RuleName, type RuleUnit } from './rules.ts';

const UNITS: Readonly<Record<Exclude<RuleUnit, 'day' | 'bps' | 'percent' | 'level' | 'chair'>, string>> = {
  minutes: 'phút',
  months: 'tháng',
  days: 'ngày',
  years: 'năm',
  age: 'tuổi',
  vnd: 'đ',
  points: 'điểm',
  members: 'tổ viên',
  customers: 'khách hàng',
  rank: '',
  hour: 'giờ',
  mails: 'thư',
};

/** What the levels of {@link RuleUnit} say. */
const LEVELS = ['không hiện', 'hiện có một hộ và ai nêu', 'hiện cả nội dung, không tên hộ'];

/** Who chairs, by the value of a rule of the unit `chair`. */
const CHAIRS: Readonly<Record<number, string>> = { 1: 'Tổ trưởng tổ giao dịch', 2: 'Chủ tịch UBND xã' };

/** What is typed for a value of a unit, as a label names it. */
export const UNIT_LABELS: Readonly<Record<RuleUnit, string>> = {
  ...UNITS,
  rank: '1 là tin nhất',
  hour: 'giờ trong ngày, 0 đến 23',
  level: '0 không hiện, 1 có một hộ và ai nêu, 2 cả nội dung',
  chair: '1 Tổ trưởng tổ giao dịch, 2 Chủ tịch UBND xã',
  percent: '%',
  bps: '%',
  day: 'ngày/tháng/năm',
};

/** The title of a rule as the catalogue gives it; the name itself where this desk is older than the server. */
export function ruleTitle(rule: string): string {
  return isRule(rule) ? RULES[rule].title : rule;
}

/** The unit of a rule; undefined where this desk does not know it. */
export function ruleUnit(rule: string): RuleUnit | undefined {
  return isRule(rule) ? RULES[rule].unit : undefined;
}

/** Whether a rule's value is read as words, which may need two lines; a number with its unit stays in one. */
export function isInWords(rule: string): boolean {
  const unit = ruleUnit(rule);
  return unit === 'level' || unit === 'chair';
}

/** A rule's value as people read it: `120 ngày`, `0,5%`, `01/01/2025`. */
export function ruleValueText(rule: string, value: bigint): string {
  const unit = ruleUnit(rule);
  if (unit === undefined) return formatInteger(value);
  if (unit === 'percent') return `${formatInteger(value)}%`;
  if (unit === 'bps') return `${formatHundredths(Number(value)).replace(/,?0+$/, '')}%`;
  if (unit === 'level') return LEVELS[Number(value)] ?? formatInteger(value);
  if (unit === 'chair') return CHAIRS[Number(value)] ?? formatInteger(value);
  if (unit === 'day') return dayText(Number(value));
  return `${formatInteger(value)} ${UNITS[unit]}`.trim();
}

function isRule(rule: string): rule is RuleName {
  return Object.hasOwn(RULES, rule);
}

/** A day is kept as the number YYYYMMDD. */
function dayText(number: number): string {
  const found = businessDate(Math.floor(number / 10_000), Math.floor(number / 100) % 100, number % 100);
  return found === undefined ? String(number) : formatDate(found);
}
