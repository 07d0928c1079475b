import { day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { communesOfOffice, officeByCode, placeCommunes } from '../../modules/registry/index.ts';
import { systemCaller } from '../../platform/caller.ts';
import { type Platform, runCommand } from '../../platform/command.ts';
import { SYSTEM_SCOPE } from '../../platform/db/scope.ts';
import { SAMPLE_OFFICE } from './sample-office.ts';

/** Where the sample communes lie since the provinces of 2025: the list of areas has its row. */
const DAK_LAK = '00000000-0000-8000-8010-000000000066' as Id;
const DOCUMENT = 'Nghị quyết 202/2025/QH15 (dữ liệu mẫu)';
const SINCE = day('2025-07-01');

/** Places the sample communes in their province [RG19]; those that have one stay there. */
export async function placeSampleCommunes(platform: Platform): Promise<void> {
  const caller = systemCaller(SYSTEM_SCOPE);
  const placed = await runCommand(platform, { name: 'registry.placeCommunes', caller }, async (context) => {
    const { tx, clock } = context;
    const office = await officeByCode(tx, SAMPLE_OFFICE.bankCode);
    if (!office) throw new Error('the sample office is gone');
    const communes = await communesOfOffice(tx, { officeId: office.officeId, on: clock.today() });
    const communeIds = communes.filter(({ parentId }) => parentId === null).map(({ areaId }) => areaId);
    if (communeIds.length === 0) return {};
    const input = { provinceId: DAK_LAK, communeIds, validFrom: SINCE, document: DOCUMENT };
    return placeCommunes(input, context);
  });
  if (isRefusal(placed)) throw new Error(`the sample communes were refused: ${placed.refused}`);
}
