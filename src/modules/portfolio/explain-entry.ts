import { inCommune } from '../../kernel/commune-words.ts';
import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import { type BusinessDate, formatDate } from '../../kernel/dates.ts';
import { isRefusal, type Outcome, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { areaNames } from '../registry/index.ts';
import type { explainEntry as operation } from './contract.ts';
import { type LoanAtDate, loanHistory } from './db/loan-history.ts';
import { loanPage, type PlacedLoanRow } from './db/loan-rows.ts';
import { sentenceOf } from './domain/explain.ts';
import { isChangeList, LISTS } from './domain/list-names.ts';
import { ruleIdOf } from './domain/lists.ts';
import { entryRules } from './entry-rules.ts';
import { customerValues } from './explain-customer.ts';
import { sliceOf } from './list-loans.ts';

type Output = OutputOf<typeof operation>;

/** Why a loan stands on a list: the rule with its numbers, the rows that gave them, the loan's own values. */
export async function explainEntry(
  input: InputOf<typeof operation>,
  context: HandlerContext,
): Promise<Outcome<Output, 'entryNotFound' | 'dateNotPublished' | 'notAllowed'>> {
  const { list, contractNo, communeId } = input;
  const { tx } = context;
  const slice = await sliceOf(
    { list, communeId, dataDate: input.dataDate, comparedDate: input.comparedDate },
    context,
  );
  if (isRefusal(slice)) return slice;
  const { dataDate, comparedDate } = slice;
  const [entry] = await loanPage(
    tx,
    { ...slice, contractNo },
    { sort: 'contractNo', order: 'asc', limit: 1 },
  );
  const history = await loanHistory(tx, { communeId, contractNo });
  // A loan that has left the file is told as it was last.
  const loan = history.filter((row) => row.dataDate <= dataDate).at(-1);
  if (!entry || !loan) return refuse('entryNotFound', { contract: contractNo, date: formatDate(dataDate) });
  const { bounds, ruleRows } = await entryRules(tx, { list, communeId, contractNo, dataDate, loan });
  const names = await areaNames(tx, [communeId], dataDate);
  return {
    list,
    contractNo,
    dataDate,
    ruleId: ruleIdOf(list),
    sentence: inCommune(sentenceOf(list, bounds, comparedDate), names.get(communeId) ?? ''),
    ruleRows,
    values: [...(await customerValues(context, list, entry)), ...entryValues(list, entry), ...valuesOf(loan)],
  };
}

/** What the list adds up of this loan; on a list of what changed with the amounts that differ. */
function entryValues(list: Output['list'], { weightVnd, beforeVnd }: PlacedLoanRow): Output['values'] {
  const change = weightVnd ?? 0n;
  const kind = list === 'customers_changed' ? ('count' as const) : ('vnd' as const);
  const value = (label: string, amount: bigint) => ({ label, kind, value: amount.toString() });
  if (!isChangeList(list) || beforeVnd === null) return [value(LISTS[list].amount, change)];
  return [value('Ngày trước', beforeVnd), value('Ngày này', beforeVnd + change), value('Thay đổi', change)];
}

function valuesOf(loan: LoanAtDate): Output['values'] {
  const vnd = (label: string, value: bigint) => ({ label, kind: 'vnd' as const, value: value.toString() });
  const date = (label: string, value: BusinessDate | null) => ({ label, kind: 'date' as const, value });
  const count = (label: string, value: number) => ({ label, kind: 'count' as const, value: String(value) });
  return [
    vnd('Tổng dư nợ', loan.outstandingVnd),
    vnd('Trong hạn', loan.inTermVnd),
    vnd('Quá hạn', loan.overdueVnd),
    vnd('Khoanh', loan.frozenVnd),
    vnd('Lãi tồn', loan.unpaidInterestVnd),
    { label: 'Lãi suất', kind: 'rate', value: String(loan.rateBpsPerYear) },
    date('Giải ngân đầu tiên', loan.firstDisbursedOn),
    date('Bắt đầu trả lãi', loan.firstInterestOn),
    date('Kết thúc ân hạn HSSV', loan.studentGraceEndsOn),
    date('Đến hạn theo hợp đồng', loan.dueOnContract),
    date('Đến hạn theo gia hạn', loan.dueOnExtended),
    date('Đến hạn theo phiên', loan.dueOnSession),
    date('Chuyển quá hạn từ', loan.overdueSince),
    date('Hết hạn khoanh', loan.freezeEndsOn),
    date('Giao dịch gần nhất', loan.lastTransactionOn),
    count('Số lần gia hạn', loan.extensionCount),
    { label: 'Chương trình', kind: 'programme', value: loan.programmeCode },
  ];
}
