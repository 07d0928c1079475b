import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import { addDays, formatDate } from '../../kernel/dates.ts';
import { plainLine } from '../../kernel/plain-text.ts';
import { type Outcome, refuse } from '../../kernel/refusal.ts';
import { SYSTEM_CHAIN } from '../../platform/audit/append-audit.ts';
import { SYSTEM_USER } from '../../platform/caller.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { takeTurn } from '../../platform/db/take-turn.ts';
import { AREA_FIELDS, type enterAreaValue as operation } from './contract.ts';
import { insertAreaEntry, selectAreaEntries, selectCodeHolders } from './db/area-entries.ts';
import { selectMerges } from './db/area-merges.ts';
import { type RegisteredArea, selectRegisteredArea } from './db/area-register.ts';
import { overlap, type Period, problemOfAreaName, problemOfStateCode } from './domain/area-value.ts';
import { AREA_REGISTER } from './turns.ts';

type Code = (typeof operation)['refusals'][number];
type Answer = Outcome<OutputOf<typeof operation>, Code>;

/** Enters the name or the state code of an area from a day on, by a document [RG17, RG18]. */
export async function enterAreaValue(
  { areaId, field, value: typed, validFrom, document }: InputOf<typeof operation>,
  context: HandlerContext,
): Promise<Answer> {
  const { tx, caller, clock, newId, note } = context;
  await takeTurn(tx, AREA_REGISTER);
  const area = await selectRegisteredArea(tx, { areaId, on: clock.today() });
  if (area === undefined) return refuse('areaUnknown');
  const value = plainLine(typed);
  const problem = field === 'name' ? problemOfAreaName(value) : problemOfStateCode(area.kind, value);
  if (problem !== undefined) return refuse('areaValueInvalid', { field: AREA_FIELDS[field], problem });
  if (validFrom > clock.today()) return refuse('areaDayAhead', { validFrom: formatDate(validFrom) });
  const { name } = area;
  const validTo = field === 'state_code' ? await lastDayOfCode(area, context) : area.validTo;
  if (validTo !== null && validFrom > validTo)
    return refuse('areaDayAfterEnd', { name, validTo: formatDate(validTo) });
  const holder =
    field === 'state_code'
      ? await otherHolder(area, { code: value, validFrom, validTo }, context)
      : undefined;
  if (holder !== undefined)
    return refuse('stateCodeTaken', {
      code: value,
      name: holder.name,
      validFrom: formatDate(holder.validFrom),
    });
  const entryId = newId();
  const enteredBy = caller.userId ?? SYSTEM_USER;
  await insertAreaEntry(tx, {
    entryId,
    areaId,
    field,
    value,
    validFrom,
    document,
    enteredBy,
    at: clock.now(),
  });
  note({ communeId: SYSTEM_CHAIN, subject: { area: areaId, field, entry: entryId } });
  return { entryId };
}

/** A merged area has no code of its own in the state's list from the day of the merge. */
async function lastDayOfCode({ areaId, validTo }: RegisteredArea, { tx }: HandlerContext) {
  const ends = (await selectMerges(tx))
    .filter((merge) => merge.oldAreaId === areaId)
    .map((merge) => addDays(merge.effectiveOn, -1));
  return [...ends, ...(validTo === null ? [] : [validTo])].sort()[0] ?? null;
}

type DatedCode = Period & { readonly code: string };

/** The area that has the code on one of the days this one would have it. */
async function otherHolder(
  area: RegisteredArea,
  { code, validFrom, validTo }: DatedCode,
  { tx }: HandlerContext,
) {
  const { areaId, kind } = area;
  const later = (await selectAreaEntries(tx, areaId))
    .filter((entry) => entry.field === 'state_code' && entry.validFrom > validFrom)
    .at(-1);
  const period = { validFrom, validTo: later === undefined ? validTo : addDays(later.validFrom, -1) };
  const holders = await selectCodeHolders(tx, { areaId, kind, code });
  return holders.find((holder) => overlap(holder, period));
}
