import type { BusinessDate } from '../../kernel/dates.ts';
import type { Tx } from '../../platform/db/database.ts';
import { readProgrammes, readTerms } from './db/catalogue.ts';

/**
 * Every rate that the terms of a programme have had by a day, by the programme's code, in hundredths of a percent a year:
 * a loan keeps the rate it was made at, and the files do not name its variant. A code without rates is known, its rate is
 * not; of a re-used code the rates of all its holders count.
 */
export async function programmeRates(
  tx: Tx,
  onDate: BusinessDate,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const [programmes, terms] = [await readProgrammes(tx), await readTerms(tx)];
  const rates = new Map<string, number[]>();
  for (const { id, code, validFrom } of programmes) {
    if (validFrom > onDate) continue;
    const own = terms.filter((term) => term.programmeId === id && term.validFrom <= onDate);
    const known = own.flatMap(({ rateBpsPerYear }) => (rateBpsPerYear === null ? [] : [rateBpsPerYear]));
    rates.set(code, [...(rates.get(code) ?? []), ...known]);
  }
  return rates;
}
