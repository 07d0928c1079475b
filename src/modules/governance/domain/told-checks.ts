import type { BusinessDate } from '../../../kernel/dates.ts';
import { dayInVietnam } from '../../../kernel/moment.ts';
import type { RecordLink } from './record-words.ts';
import type { Outcome, TaskEventKind } from './task.ts';
import type { FigureFinding } from './task-figures.ts';

/** What happened to a task, as far as it tells which loans were checked. */
export type ChecksTold = {
  /** The loan it is about; null where it is about several or none. */
  readonly contractNo: string | null;
  /** Its events in their order. */
  readonly events: readonly {
    readonly version: number;
    readonly kind: TaskEventKind;
    readonly outcome: Outcome | null;
    /** Of a report: the day it was done. */
    readonly doneOn: BusinessDate | null;
    readonly at: Date;
  }[];
  /** What its reports name, each with the version of the report. */
  readonly records: readonly { readonly version: number; readonly link: RecordLink }[];
};

/** A loan that is told as checked, and the day of the check as it was told. */
export type CheckTold = { readonly contractNo: string; readonly doneOn: BusinessDate };

/**
 * The loans that the reports of a task tell as checked [GV95], each with the last day told for it: those that a report names which does
 * not say that nothing could be done, and the task's own loan while a report stands that says done. What a returned report
 * named stays told: whoever goes on names the rest.
 *
 * @param on until the end of this day; undefined for all that was said
 */
export function checksTold({ contractNo, events, records }: ChecksTold, on?: BusinessDate): CheckTold[] {
  const until = events.filter(({ at }) => on === undefined || dayInVietnam(at) <= on);
  const telling = until.filter(({ kind, outcome }) => kind === 'reported' && outcome !== 'notDone');
  const named = records.flatMap(({ version, link }) => {
    const report = telling.find((event) => event.version === version);
    return link.kind === 'loan' && report ? [{ contractNo: link.contractNo, doneOn: dayDone(report) }] : [];
  });
  const last = until.findLast(({ kind }) => kind === 'reported' || kind === 'returned');
  const isSaid = last?.kind === 'reported' && last.outcome === 'done';
  const told = contractNo !== null && isSaid ? [...named, { contractNo, doneOn: dayDone(last) }] : named;
  const byDay = told.toSorted((a, b) => (a.doneOn < b.doneOn ? -1 : Number(a.doneOn > b.doneOn)));
  return [...new Map(byDay.map((check) => [check.contractNo, check])).values()];
}

/** The loans of {@link checksTold} alone. */
export function loansToldChecked(told: ChecksTold, on?: BusinessDate): string[] {
  return checksTold(told, on).map(({ contractNo }) => contractNo);
}

function dayDone({ doneOn, at }: ChecksTold['events'][number]): BusinessDate {
  return doneOn ?? dayInVietnam(at);
}

/**
 * What reports say of the check after disbursement (form 06/TD) of a task's loans [GV95]: the bank's figures hold no checks, so that it
 * is counted by the loans that are named. Where none is named of several, nothing is known of them; where some are, the others are
 * not told as checked, whatever the report says of all.
 *
 * @param fromDate the data date of the list that the loans stood on
 */
export function findChecks(
  fromDate: BusinessDate,
  { contractNos, told }: { readonly contractNos: readonly string[]; readonly told: readonly string[] },
): FigureFinding {
  const found = { fromDate, toDate: null, beforeVnd: null, nowVnd: null };
  const loans = contractNos.length;
  const named = contractNos.filter((contractNo) => told.includes(contractNo)).length;
  if (loans === 1) return { ...found, ...ofOne(named === 1) };
  if (named === 0)
    return {
      ...found,
      verdict: 'unknown',
      sentence: `${CHECK}: chưa báo cáo nào nêu món nào trong ${loans} món.`,
    };
  const left = named === loans ? '' : `, còn ${loans - named} món chưa nêu`;
  return {
    ...found,
    verdict: named === loans ? 'improved' : 'partly',
    sentence: `${CHECK}: ${named}/${loans} món được nêu trong báo cáo${left}.`,
  };
}

const CHECK = 'Kiểm tra 06/TD';

function ofOne(isNamed: boolean): Pick<FigureFinding, 'verdict' | 'sentence'> {
  if (isNamed) return { verdict: 'improved', sentence: `${CHECK}: báo cáo nêu món vay này.` };
  return { verdict: 'same', sentence: `${CHECK}: chưa báo cáo nào nêu món vay này.` };
}
