import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import { type Id, isId } from '../../kernel/ids.ts';
import { isRefusal, type Outcome, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { listInterestChecks as operation } from './contract.ts';
import { loanRowsOf } from './db/accrual-loans.ts';
import { communePlaces } from './db/places.ts';
import type { RuleRows } from './domain/rules.ts';
import { checksOf, type LoanCheck, toldCheck } from './interest-checks.ts';
import { chosenDate, namedRows } from './list-loans.ts';
import { rulesOfCommunes } from './read-rules.ts';

type Input = InputOf<typeof operation>;
type Output = OutputOf<typeof operation>;

const PAGE = 50;
const CONTRACT = /^[0-9A-Za-z]{1,20}$/;

/** The loans of one result of the check, or of all, in order of commune and contract [PF80]. */
export async function listInterestChecks(
  input: Input,
  context: HandlerContext,
): Promise<Outcome<Output, 'dateNotPublished' | 'cursorInvalid'>> {
  const { tx, caller } = context;
  const communeIds = input.communeId === undefined ? caller.scope.communeIds : [input.communeId];
  const dataDate = await chosenDate(tx, communeIds, input.dataDate);
  if (isRefusal(dataDate)) return dataDate;
  const places = await communePlaces(tx, { communeIds, on: dataDate });
  const ordered = places.map((place) => place.communeId);
  const after = input.cursor === undefined ? null : readCursor(input.cursor, ordered);
  if (after === undefined) return refuse('cursorInvalid');
  const limit = input.limit ?? PAGE;
  const rulesOf = await rulesOfCommunes(tx, { communeIds, dataDate });
  const found = await pageOf(
    context,
    { ...input, dataDate, communeIds: ordered, after, limit: limit + 1 },
    rulesOf,
  );
  const page = found.slice(0, limit);
  const last = found.length > limit ? page.at(-1) : undefined;
  return {
    dataDate,
    rows: await toldRows(context, page),
    next: last ? `${last.communeId}.${last.contractNo}` : null,
  };
}

type Place = { readonly communeId: Id; readonly contractNo: string };

/** A cursor is `commune.contract`, made here and given back by the client; read as carefully as any input. */
function readCursor(cursor: string, communeIds: readonly Id[]): Place | undefined {
  const [communeId = '', contractNo = ''] = cursor.split('.');
  if (!isId(communeId) || !communeIds.includes(communeId) || !CONTRACT.test(contractNo)) return undefined;
  return { communeId, contractNo };
}

type Asked = Pick<Input, 'result' | 'reason'> & {
  readonly dataDate: Output['dataDate'];
  readonly communeIds: readonly Id[];
  readonly after: Place | null;
  readonly limit: number;
};

/** Commune after commune from the cursor on, until the page is full. */
async function pageOf(
  { tx }: HandlerContext,
  asked: Asked,
  rulesOf: (communeId: Id) => RuleRows,
): Promise<LoanCheck[]> {
  const { after, dataDate, limit } = asked;
  const found: LoanCheck[] = [];
  const from = after === null ? 0 : asked.communeIds.indexOf(after.communeId);
  for (const communeId of asked.communeIds.slice(from)) {
    const start = communeId === after?.communeId ? after.contractNo : undefined;
    const checks = await checksOf(tx, { communeId, dataDate, after: start }, rulesOf(communeId));
    found.push(...checks.filter(isAsked(asked)).slice(0, limit - found.length));
    if (found.length === limit) break;
  }
  return found;
}

function isAsked({ result, reason }: Asked): (loan: LoanCheck) => boolean {
  return ({ check }) =>
    (result === undefined || check.result === result) &&
    (reason === undefined || (check.result === 'notCheckable' && check.reason === reason));
}

/** Puts to the checks of a page whose loans they are. */
async function toldRows(context: HandlerContext, page: readonly LoanCheck[]): Promise<Output['rows']> {
  const [first] = page;
  if (first === undefined) return [];
  const rows = [];
  for (const communeId of new Set(page.map((loan) => loan.communeId))) {
    const contractNos = page.filter((loan) => loan.communeId === communeId).map((loan) => loan.contractNo);
    rows.push(...(await loanRowsOf(context.tx, { communeId, dataDate: first.dataDate, contractNos })));
  }
  const checks = new Map(page.map((loan) => [`${loan.communeId} ${loan.contractNo}`, loan]));
  return (await namedRows(context, rows)).flatMap((row) => {
    const check = checks.get(`${row.communeId} ${row.contractNo}`);
    return check ? [{ ...row, ...toldCheck(check) }] : [];
  });
}
