import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import { formatDate } from '../../kernel/dates.ts';
import { type Outcome, refuse } from '../../kernel/refusal.ts';
import { SYSTEM_CHAIN } from '../../platform/audit/append-audit.ts';
import { SYSTEM_USER } from '../../platform/caller.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { takeTurn } from '../../platform/db/take-turn.ts';
import type { placeCommunes as operation } from './contract.ts';
import { insertAreaEntry } from './db/area-entries.ts';
import { selectRegisteredArea, selectRegisteredCommunes } from './db/area-register.ts';
import { AREA_REGISTER } from './turns.ts';

type Code = (typeof operation)['refusals'][number];

/** Says which province communes belong to, from a day on [RG19]. */
export async function placeCommunes(
  { provinceId, communeIds, validFrom, document }: InputOf<typeof operation>,
  { tx, caller, clock, newId, note }: HandlerContext,
): Promise<Outcome<OutputOf<typeof operation>, Code>> {
  await takeTurn(tx, AREA_REGISTER);
  const on = clock.today();
  const province = await selectRegisteredArea(tx, { areaId: provinceId, on });
  if (province === undefined) return refuse('areaUnknown');
  const communes = await selectRegisteredCommunes(tx, { communeIds, on });
  if (province.kind !== 'province' || communes.length !== new Set(communeIds).size)
    return refuse('placeKindsWrong');
  if (validFrom > on) return refuse('areaDayAhead', { validFrom: formatDate(validFrom) });
  const ended = [province, ...communes].find(({ validTo }) => validTo !== null && validFrom > validTo);
  if (ended?.validTo != null)
    return refuse('areaDayAfterEnd', { name: ended.name, validTo: formatDate(ended.validTo) });
  const entered = {
    value: provinceId,
    validFrom,
    document,
    enteredBy: caller.userId ?? SYSTEM_USER,
    at: clock.now(),
  };
  for (const { areaId } of communes)
    await insertAreaEntry(tx, { entryId: newId(), areaId, field: 'province', ...entered });
  note({ communeId: SYSTEM_CHAIN, subject: { province: provinceId, validFrom, communes: communes.length } });
  return {};
}
