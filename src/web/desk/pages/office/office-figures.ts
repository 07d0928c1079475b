import type { Figure } from '../../../shared/components/figures.tsx';
import { sixFigures } from '../month/month-figures.tsx';
import { type FiguresAt, officePair } from '../month/numbers.ts';
import type { OfficeMonth } from './office-month.ts';

/** All there is at the date; the changes of the communes that both dates have. */
export function officeFigures(month: OfficeMonth, now: FiguresAt): readonly Figure[] {
  const filter = month.dataDate === null ? {} : { ngay: month.dataDate };
  const details = { unnamedVillages: month.unnamedVillages, villages: 'thôn' };
  const shown = sixFigures({ now, before: null, comparedDate: null }, filter, details);
  const pair = officePair(month);
  if (pair === undefined) return shown;
  const changes = sixFigures(pair, filter, details);
  return shown.map((figure, index) => ({ ...figure, change: changes[index]?.change }));
}
