import { addDays, type BusinessDate, formatDate } from '../../../../kernel/dates.ts';
import type { ListedTemplate } from './listed-template.ts';

type Coming = Omit<ListedTemplate['coming'][number], 'content'>;

/** What a template written for a day does to those written for later days, and they to it, in sentences [GV195]; none where nothing. */
export function besideComing(coming: readonly Coming[], from: BusinessDate): string[] {
  const next = coming.find(({ validFrom }) => validFrom > from);
  const same = coming.find(({ validFrom }) => validFrom === from);
  const before = coming.findLast(({ validFrom }) => validFrom < from);
  const dayBefore = (on: BusinessDate) => formatDate(addDays(on, -1));
  return [
    ...(before === undefined
      ? []
      : [`${named(before)}, vẫn dùng từ ${formatDate(before.validFrom)} đến hết ngày ${dayBefore(from)}.`]),
    ...(same === undefined ? [] : [`Thay ${lower(named(same))}, cũng áp dụng từ ${formatDate(from)}.`]),
    ...(next === undefined
      ? []
      : [
          `Chỉ dùng đến hết ngày ${dayBefore(next.validFrom)}; từ ${formatDate(next.validFrom)} dùng ${lower(named(next))}.`,
        ]),
  ];
}

function named({ version, source }: Coming): string {
  return `Bản ${version}, ${source} ghi`;
}

function lower(words: string): string {
  return `${words.charAt(0).toLowerCase()}${words.slice(1)}`;
}
