import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import { type BusinessDate, formatDate } from '../../kernel/dates.ts';
import { isRefusal, type Outcome, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { explainEntry as operation } from './contract.ts';
import { type LoanAtDate, loanHistory } from './db/loan-history.ts';
import { sentenceOf } from './domain/explain.ts';
import { LIST_RULES, listBounds, ruleIdOf } from './domain/lists.ts';
import type { RuleRows } from './domain/rules.ts';
import { chosenDate } from './list-loans.ts';
import { readRules } from './read-rules.ts';

type Output = OutputOf<typeof operation>;

/** Why a loan stands on a list: the rule with its numbers, the rows that gave them, the loan's own values. */
export async function explainEntry(
  { list, contractNo, communeId, dataDate: asked }: InputOf<typeof operation>,
  { tx }: HandlerContext,
): Promise<Outcome<Output, 'entryNotFound' | 'dateNotPublished'>> {
  const dataDate = await chosenDate(tx, [communeId], asked);
  if (isRefusal(dataDate)) return dataDate;
  const history = await loanHistory(tx, { communeId, contractNo });
  const loan = history.find((row) => row.dataDate === dataDate);
  if (!loan?.lists.includes(list))
    return refuse('entryNotFound', { contract: contractNo, date: formatDate(dataDate) });
  const rules = await readRules(tx, dataDate);
  return {
    list,
    contractNo,
    dataDate,
    ruleId: ruleIdOf(list),
    sentence: sentenceOf(list, listBounds(dataDate, rules)),
    ruleRows: ruleRowsOf(list, rules),
    values: valuesOf(loan),
  };
}

function ruleRowsOf(list: Output['list'], rules: RuleRows): Output['ruleRows'] {
  return LIST_RULES[list].map((rule) => {
    const { id, value, document, validFrom, confidence } = rules[rule];
    return { id, rule, value: value.toString(), document, validFrom: validFrom as BusinessDate, confidence };
  });
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
