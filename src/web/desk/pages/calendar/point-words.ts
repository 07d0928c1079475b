import { inVillages } from '../../../../kernel/commune-words.ts';
import { type BusinessDate, formatDate } from '../../../../kernel/dates.ts';
import { shortVillage } from '../../../shared/names.ts';
import type { Village } from './point-form.tsx';
import type { Point } from './session.ts';

const MOST_NAMED = 6;

/** How many villages use a point, and which: named as far as a line holds. */
export function villagesText(
  codes: readonly string[],
  villages: readonly Village[],
  communeName: string,
): string {
  const there = (words: string) =>
    inVillages(
      words,
      communeName,
      villages.map(({ name }) => name),
    );
  if (codes.length === 0) return there('chưa ghi thôn nào');
  const names = codes.map((code) => nameOf(code, villages));
  const rest = names.length - MOST_NAMED;
  const named = names.slice(0, MOST_NAMED).join(', ');
  const count = there(`${names.length} thôn`);
  return `${count}: ${named}${rest > 0 ? ` và ${there(`${rest} thôn nữa`)}` : ''}`;
}

/** From when to when a row holds, and who told it. */
export function periodOf(point: Point, today: BusinessDate): string {
  const from = `${point.validFrom > today ? 'Sẽ áp dụng từ' : 'Từ'} ${formatDate(point.validFrom)}`;
  const to = point.validTo === null ? '' : ` đến hết ${formatDate(point.validTo)}`;
  return `${from}${to}, ${point.source === 'bank' ? 'theo tệp ngân hàng' : 'cán bộ ghi'}`;
}

/** What the newest file of the bank tells otherwise; empty where it does not [SE10]. */
export function differenceText(difference: Point['difference'], villages: readonly Village[]): string {
  if (difference === null) return '';
  const named = (codes: readonly string[]) => codes.map((code) => nameOf(code, villages)).join(', ');
  const parts = [
    difference.isStillTold ? 'vẫn có điểm này' : '',
    difference.name === null ? '' : `tên ${difference.name}`,
    difference.fixedDay === null ? '' : `ngày ${difference.fixedDay}`,
    difference.villagesOnlyInFile.length === 0 ? '' : `có thêm ${named(difference.villagesOnlyInFile)}`,
    difference.villagesOnlyHere.length === 0 ? '' : `không có ${named(difference.villagesOnlyHere)}`,
  ].filter((part) => part !== '');
  return `Tệp ngân hàng ${formatDate(difference.dataDate)} ghi khác: ${parts.join('; ')}`;
}

function nameOf(code: string, villages: readonly Village[]): string {
  return shortVillage(villages.find((village) => village.code === code)?.name ?? code);
}
