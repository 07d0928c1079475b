import type { BusinessDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { findPointCodes } from '../sessions/index.ts';

/** Whether the commune of a point has others on a day: what is said of one says then which [GV264]. */
export async function hasOtherPoints(
  { tx }: Pick<HandlerContext, 'tx'>,
  {
    communeId,
    pointCode,
    on,
  }: { readonly communeId: Id; readonly pointCode: string; readonly on: BusinessDate },
): Promise<boolean> {
  const codes = await findPointCodes(tx, { communeId, on });
  return codes.some((code) => code !== pointCode);
}
