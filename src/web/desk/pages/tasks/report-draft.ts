import type { BusinessDate } from '../../../../kernel/dates.ts';
import type { Id } from '../../../../kernel/ids.ts';
import type { RecordLink } from '../../../../modules/governance/domain/record-words.ts';
import type { Outcome } from '../../../../modules/governance/domain/task.ts';
import { parsed, type Store, type UnsentPlace, unsentKey } from '../../unsent.ts';

/** A record that a report names, as the person chose it. */
export type NamedRecord = { readonly link: RecordLink; readonly title: string };

/** A report that was typed: kept in the tab with every key until the server has acknowledged it. */
export type ReportDraft = {
  /** Of the report, made here: sent again, it is written once. */
  readonly eventId: Id;
  readonly text: string;
  readonly outcome: Outcome;
  readonly doneOn: BusinessDate | null;
  /** Records of the product that it names. */
  readonly records: readonly NamedRecord[];
  /** Files that the server has already. */
  readonly sent: readonly { readonly fileId: Id; readonly name: string }[];
  /** The person has pressed send, and the server has not answered yet. */
  readonly isWaiting: boolean;
};

/** The draft of a task's report; an empty one where nothing was typed. */
export function readReport(store: Store, place: UnsentPlace, fresh: () => ReportDraft): ReportDraft {
  return { ...fresh(), ...parsed<Partial<ReportDraft>>(store.getItem(unsentKey('report', place))) };
}

/** Keeps the draft; `null` when the server has it. */
export function writeReport(store: Store, place: UnsentPlace, draft: ReportDraft | null): void {
  if (draft === null) store.removeItem(unsentKey('report', place));
  else store.setItem(unsentKey('report', place), JSON.stringify(draft));
}
