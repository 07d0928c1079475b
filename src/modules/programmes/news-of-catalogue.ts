import type { Tx } from '../../platform/db/database.ts';
import { readFundSources, readProgrammes, readTerms } from './db/catalogue.ts';
import { readRuleValues } from './db/rule-values.ts';
import { catalogueNews, type NewsPeriod } from './domain/catalogue-news.ts';

/** What the catalogue knows of programmes, capital and rules that begin to count in a period, a line each [GV140]. */
export async function newsOfCatalogue(tx: Tx, period: NewsPeriod): Promise<readonly string[]> {
  const programmes = await readProgrammes(tx);
  const terms = await readTerms(tx);
  const fundSources = await readFundSources(tx);
  const rules = await readRuleValues(tx);
  return catalogueNews({ programmes, terms, fundSources, rules }, period);
}
