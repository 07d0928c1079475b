import type { BusinessDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { ruleValues } from '../programmes/index.ts';
import { selectHouseholdNames } from './db/difficulties.ts';
import { hallTextOf, knownNames } from './domain/hall-words.ts';
import type { MeasuredBy } from './domain/measured-by.ts';
import { inWholeCommune } from './find-difficulties.ts';

/** Says of a conclusion what the hall may show of it; null: nothing [GV115]. */
export type HallTexts = (line: {
  readonly text: string;
  readonly measuredBy: MeasuredBy | null;
}) => string | null;

/**
 * How conclusions stand in the hall by the rule of a day [GV115]. The households that difficulties of these briefings are about are
 * found over the whole commune, whoever asks: their names are struck out here and leave the server in no answer.
 */
export async function hallTexts(
  { tx, caller }: Pick<HandlerContext, 'tx' | 'caller'>,
  {
    communeId,
    briefingIds,
    on,
  }: { readonly communeId: Id; readonly briefingIds: readonly Id[]; readonly on: BusinessDate },
): Promise<HallTexts> {
  const level = Number((await ruleValues(tx, on)).of('hallHouseholdLevel').value);
  const names = knownNames(
    await inWholeCommune({ tx, caller }, () => selectHouseholdNames(tx, { communeId, briefingIds })),
  );
  return ({ text, measuredBy }) =>
    hallTextOf(text, { names, isMeasured: measuredBy?.part === 'customer', level });
}
