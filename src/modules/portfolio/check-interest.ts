import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import type { BusinessDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { isRefusal, type Outcome, type Refusal } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { NOT_CHECKABLE, type checkInterest as operation } from './contract.ts';
import { communePlaces } from './db/places.ts';
import { publicationsOf } from './db/published-dates.ts';
import { countChecks, countReasons, sumCounts } from './domain/interest-check.ts';
import { checksOf, type LoanCheck } from './interest-checks.ts';
import { chosenDate } from './list-loans.ts';
import { rulesOfCommunes } from './read-rules.ts';

type Output = OutputOf<typeof operation>;

/** How the month's accrual of every open loan compares with ours, commune by commune [PF11] [PF14] [PF80]. */
export async function checkInterest(
  input: InputOf<typeof operation>,
  context: HandlerContext,
): Promise<Outcome<Output, 'dateNotPublished'>> {
  const { tx } = context;
  const communeIds = reachedBy(input, context);
  const dataDate = await chosenDate(tx, communeIds, input.dataDate);
  if (isRefusal(dataDate)) return dataDate;
  const publications = await publicationsOf(tx, communeIds);
  const places = await communePlaces(tx, { communeIds, on: dataDate });
  const rulesOf = await rulesOfCommunes(tx, { communeIds, dataDate });
  const communes: Output['communes'] = [];
  const unchecked: LoanCheck[] = [];
  for (const { communeId, communeCode, communeName, kind } of places) {
    const isShown = publications.some((row) => row.communeId === communeId && row.dataDate === dataDate);
    const checks = isShown ? await checksOf(tx, { communeId, dataDate }, rulesOf(communeId)) : [];
    unchecked.push(...checks.filter(({ check }) => check.result === 'notCheckable'));
    // The office's own desk is no commune; it stands here only where it has loans.
    if (kind === 'commune' || checks.length > 0)
      communes.push({ communeId, communeCode, communeName, counts: isShown ? countChecks(checks) : null });
  }
  return {
    dataDate,
    dataDates: [...new Set(publications.map((shown) => shown.dataDate))],
    ...sumCounts(communes.flatMap(({ counts }) => counts ?? [])),
    reasons: countReasons(unchecked).map((row) => ({ ...row, text: NOT_CHECKABLE[row.reason] })),
    communes,
  };
}

/** Every open loan with what the check says of it, for the command line, which tells them all. */
export async function checkEveryLoan(
  input: { readonly dataDate: BusinessDate; readonly communeId?: Id | undefined },
  context: HandlerContext,
): Promise<LoanCheck[] | Refusal<'dateNotPublished'>> {
  const { tx } = context;
  const communeIds = reachedBy(input, context);
  const dataDate = await chosenDate(tx, communeIds, input.dataDate);
  if (isRefusal(dataDate)) return dataDate;
  const rulesOf = await rulesOfCommunes(tx, { communeIds, dataDate });
  const checks: LoanCheck[] = [];
  for (const communeId of [...communeIds].sort())
    checks.push(...(await checksOf(tx, { communeId, dataDate }, rulesOf(communeId))));
  return checks;
}

function reachedBy({ communeId }: { communeId?: Id | undefined }, { caller }: HandlerContext): readonly Id[] {
  return communeId === undefined ? caller.scope.communeIds : [communeId];
}
