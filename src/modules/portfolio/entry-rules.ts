import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import type { BusinessDate } from '../../kernel/dates.ts';
import type { Tx } from '../../platform/db/database.ts';
import { type RuleValues, ruleBook } from '../programmes/index.ts';
import type { explainEntry } from './contract.ts';
import { entryRule } from './db/entry-rule.ts';
import { publishersOf } from './db/published-dates.ts';
import { type ListBounds, listBounds, rulesOfList } from './domain/lists.ts';
import type { LoanKind, PortfolioRule, RuleRow } from './domain/rules.ts';
import { toldRow } from './interest-checks.ts';
import { ruleRowOf, ruleRowsOf } from './read-rules.ts';

type Entry = Pick<InputOf<typeof explainEntry>, 'list' | 'communeId' | 'contractNo'> & {
  readonly dataDate: BusinessDate;
  readonly loan: Required<LoanKind>;
};

/**
 * The rows that decided an entry when its date was published, and beside each the row that would decide now where it is
 * another [PF43]. The deciding row is the one kept with the entry; a list's further rows are those known at that time.
 */
export async function entryRules(
  tx: Tx,
  entry: Entry,
): Promise<{ bounds: ListBounds; ruleRows: OutputOf<typeof explainEntry>['ruleRows'] }> {
  const { communeId, dataDate, list } = entry;
  const book = await ruleBook(tx);
  const [publisher] = await publishersOf(tx, { communeIds: [communeId], dataDate });
  const office = publisher?.officeCode;
  const known = book.on(dataDate, publisher?.publishedAt);
  const keptId = await entryRule(tx, entry);
  const kept = keptId === null ? undefined : book.row(keptId);
  const decided = rulesOfList(list).map((rule, at): [PortfolioRule, RuleRow] => [
    rule,
    ruleRowOf(at === 0 && kept ? kept : decidingFor(known, rule, { ...entry, office })),
  ]);
  const now = book.on(dataDate);
  return {
    bounds: listBounds(dataDate, { ...ruleRowsOf(known, office), ...Object.fromEntries(decided) }),
    ruleRows: decided.map(([rule, row]) => {
      const today = ruleRowOf(decidingFor(now, rule, { ...entry, office }));
      return { ...toldRow(rule, row), replacedBy: today.id === row.id ? null : toldRow(rule, today) };
    }),
  };
}

function decidingFor(
  values: RuleValues,
  rule: PortfolioRule,
  { loan, office }: { readonly loan: Required<LoanKind>; readonly office: string | undefined },
) {
  return values.of(rule, { programme: loan.programmeCode, fundSource: loan.fundSource, office });
}
