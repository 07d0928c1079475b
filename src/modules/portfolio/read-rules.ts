import type { BusinessDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/db/database.ts';
import { isTerm, type RuleValue, type RuleValues, ruleBook, scopeText } from '../programmes/index.ts';
import { officeCode, publishersOf } from './db/published-dates.ts';
import { PORTFOLIO_RULES, type PortfolioRule, type RuleRow, type RuleRows } from './domain/rules.ts';

/** The rules an office's files are published by: the rows in force on the data date, as they are known now [PF42]. */
export async function readRules(
  tx: Tx,
  { officeId, dataDate }: { readonly officeId: Id; readonly dataDate: BusinessDate },
): Promise<RuleRows> {
  return ruleRowsOf((await ruleBook(tx)).on(dataDate), await officeCode(tx, officeId));
}

/**
 * The rules by which these communes' figures of a date are read: those of their office as they were known when the date
 * was published, so that a row entered later changes nothing that stands [PF43]. Where several offices published, the
 * rows of the whole country; where none did, the rows known now.
 */
export async function readRulesShown(
  tx: Tx,
  { communeIds, dataDate }: { readonly communeIds: readonly Id[]; readonly dataDate: BusinessDate },
): Promise<RuleRows> {
  const publishers = await publishersOf(tx, { communeIds, dataDate });
  const moments = publishers.map(({ publishedAt }) => publishedAt.getTime());
  const moment = moments.length === 0 ? undefined : new Date(Math.max(...moments));
  const codes = [...new Set(publishers.map(({ officeCode }) => officeCode))];
  return ruleRowsOf((await ruleBook(tx)).on(dataDate, moment), codes.length === 1 ? codes[0] : undefined);
}

/** As {@link readRulesShown}, for each commune by itself; read once for all of them. */
export async function rulesOfCommunes(
  tx: Tx,
  asked: { readonly communeIds: readonly Id[]; readonly dataDate: BusinessDate },
): Promise<(communeId: Id) => RuleRows> {
  const book = await ruleBook(tx);
  const publishers = await publishersOf(tx, asked);
  const known = new Map<string, RuleRows>();
  return (communeId) => {
    const publisher = publishers.find((row) => row.communeId === communeId);
    const key = `${publisher?.officeCode} ${publisher?.publishedAt.getTime()}`;
    const rows =
      known.get(key) ??
      ruleRowsOf(book.on(asked.dataDate, publisher?.publishedAt), publisher?.officeCode ?? undefined);
    known.set(key, rows);
    return rows;
  };
}

/** A row of the catalogue as this module tells it. */
export function ruleRowOf(row: RuleValue): RuleRow {
  const { id, value, document, validFrom, confidence, scope } = row;
  const narrowedTo = isTerm(row) ? `điều kiện vay, ${scopeText(scope)}` : scopeText(scope);
  return { id, value, document, validFrom, confidence, narrowedTo };
}

/** The rules of an office among those in force; of the whole country where no office is named. */
export function ruleRowsOf(values: RuleValues, office: string | undefined): RuleRows {
  const entries = PORTFOLIO_RULES.map((rule): [PortfolioRule, RuleRows[PortfolioRule]] => {
    const ladder = values.ladder(rule, office);
    const narrowed = ladder.slice(0, -1).map((row) => {
      const { programme: programmeCode, fundSource } = row.scope;
      return { ...ruleRowOf(row), of: { programmeCode, fundSource } };
    });
    return [rule, { ...ruleRowOf(ladder.at(-1) as RuleValue), narrowed }];
  });
  return Object.fromEntries(entries) as RuleRows;
}
