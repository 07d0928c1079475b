import type { BusinessDate } from '../../../../kernel/dates.ts';
import { paths } from '../../paths.ts';
import type { BriefingFigures } from './briefing.ts';

type Link = NonNullable<BriefingFigures['points'][number]['pieces'][number]['link']>;

/** The list that a number of a point opens, on the date of the briefing's figures. */
export function pointHref(
  { list, associationCode, groupCode, sessionOn, isUnreachable }: Link,
  { communeCode, dataDate }: { readonly communeCode: string; readonly dataDate: BusinessDate | null },
): string {
  return paths.list(list, {
    xa: communeCode,
    ngay: dataDate ?? undefined,
    hoi: associationCode,
    to: groupCode,
    tu: sessionOn,
    den: sessionOn,
    lienlac: isUnreachable ? 'khong' : undefined,
  });
}
