import type { HandlerContext } from '../../platform/command.ts';
import { areaNames, areasByCode } from '../registry/index.ts';
import type { BriefingRow } from './db/briefings.ts';

/** The villages that a briefing's point serves, by the names they have on the day of the meeting; a code without an area is its name. */
export async function villagesOfPoint(
  { tx }: HandlerContext,
  { pointVillages, metOn }: Pick<BriefingRow, 'pointVillages' | 'metOn'>,
): Promise<readonly string[]> {
  const areas = await areasByCode(tx, { kind: 'village', codes: pointVillages, on: metOn });
  const names = await areaNames(
    tx,
    [...areas.values()].map(({ areaId }) => areaId),
    metOn,
  );
  return pointVillages.map((code) => {
    const area = areas.get(code);
    return area === undefined ? `mã ${code}` : (names.get(area.areaId) ?? area.name);
  });
}
