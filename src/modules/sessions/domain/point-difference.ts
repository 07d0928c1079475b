import type { BusinessDate } from '../../../kernel/dates.ts';
import type { ToldPoint } from './bank-rows.ts';
import type { Point } from './calendar.ts';

/** Where the file differs from a point as it stands: the file's word, null or empty where both agree. */
export type PointDifference = {
  readonly dataDate: BusinessDate;
  readonly name: string | null;
  readonly fixedDay: number | null;
  readonly villagesOnlyInFile: string[];
  readonly villagesOnlyHere: string[];
  /** The point has ended here, and the file still tells it. */
  readonly isStillTold: boolean;
};

/** How the newest file differs from a point's newest row; null where it does not, or tells nothing of it [SE10]. */
export function differenceOf(
  point: Point,
  told: Omit<ToldPoint, 'pointCode'> | undefined,
): PointDifference | null {
  if (!told) return null;
  const only = (these: readonly string[], those: readonly string[]) =>
    these.filter((code) => !those.includes(code));
  const difference = {
    dataDate: told.dataDate,
    name: told.name === point.name ? null : told.name,
    fixedDay: told.fixedDay === point.fixedDay ? null : told.fixedDay,
    villagesOnlyInFile: only(told.villageCodes, point.villageCodes),
    villagesOnlyHere: only(point.villageCodes, told.villageCodes),
    isStillTold: point.validTo !== null && told.dataDate > point.validTo,
  };
  const { name, fixedDay, villagesOnlyInFile, villagesOnlyHere, isStillTold } = difference;
  const differs =
    name !== null ||
    fixedDay !== null ||
    isStillTold ||
    villagesOnlyInFile.length + villagesOnlyHere.length > 0;
  return differs ? difference : null;
}
