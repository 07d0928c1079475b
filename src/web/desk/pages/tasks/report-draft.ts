import type { BusinessDate } from '../../../../kernel/dates.ts';
import type { Id } from '../../../../kernel/ids.ts';
import type { RecordLink } from '../../../../modules/governance/domain/record-words.ts';
import type { Outcome } from '../../../../modules/governance/domain/task.ts';
import type { Failure } from '../../../shared/components/states.tsx';
import { keptOf, type Store, type UnsentPlace, unsentKey } from '../../unsent.ts';

/** A record that a report names, as the person chose it. */
export type NamedRecord = { readonly link: RecordLink; readonly title: string };

/** A file of a report, under the id that was made here. */
export type NamedFile = { readonly fileId: Id; readonly name: string };

/** A file that was chosen and is not with the server yet. */
export type ChosenName = NamedFile & {
  readonly isPhoto: boolean;
  /** The machine keeps it over a reload; where it cannot, the file lives as long as the page does. */
  readonly isKept: boolean;
};

/** A report that was typed: kept in the tab with every key until the server has acknowledged it. */
export type ReportDraft = {
  /** Of the report, made here: sent again, it is written once. */
  readonly eventId: Id;
  /** The office under which it is written: the same person under another one does not send it. Null before offices were kept. */
  readonly assignmentId: string | null;
  /** What the task asks, by which other pages name it. */
  readonly title: string;
  readonly text: string;
  readonly outcome: Outcome;
  readonly doneOn: BusinessDate | null;
  /** The day as it was typed, which may be no day yet. */
  readonly doneTyped?: string | undefined;
  /** Records of the product that it names. */
  readonly records: readonly NamedRecord[];
  /** Files that the server has already. */
  readonly sent: readonly NamedFile[];
  /** Files that wait; what is in them lies with the photos that the machine keeps. */
  readonly chosen: readonly ChosenName[];
  /** Files that the server does not take, each with the reason, until the person lets them go. */
  readonly refusedFiles: readonly (NamedFile & { readonly failure: Failure })[];
  /** What the server refused the report with; null while it was not. */
  readonly failure: Failure | null;
  /** The person has pressed send, and the server has not answered yet. */
  readonly isWaiting: boolean;
};

/** A report of which nothing is written, of a task with these words, by the office that is held. */
export function blankReport(
  of: Pick<ReportDraft, 'assignmentId' | 'title' | 'doneOn'>,
  newId: () => Id,
): ReportDraft {
  return {
    ...of,
    eventId: newId(),
    text: '',
    outcome: 'done',
    records: [],
    sent: [],
    chosen: [],
    refusedFiles: [],
    failure: null,
    isWaiting: false,
  };
}

/** The draft of a task's report; undefined where nothing was typed. What an older version of the page did not keep is blank. */
export function readReport(store: Store, place: UnsentPlace): ReportDraft | undefined {
  const kept = keptOf<Partial<ReportDraft>>(store, 'report', place);
  const { eventId } = kept ?? {};
  if (eventId === undefined) return undefined;
  return { ...blankReport({ assignmentId: null, title: '', doneOn: null }, () => eventId), ...kept };
}

/** Keeps the draft; `null` when the server has it. */
export function writeReport(store: Store, place: UnsentPlace, draft: ReportDraft | null): void {
  if (draft === null) store.removeItem(unsentKey('report', place));
  else store.setItem(unsentKey('report', place), JSON.stringify(draft));
}

/** Where a report stands that is not with the server: it goes by itself, it came back, or it is being written. */
export type ReportMark = 'waiting' | 'refused' | 'draft';

/** The mark of a report; undefined where nothing of it would be missed. */
export function reportMark(draft: ReportDraft): ReportMark | undefined {
  if (draft.isWaiting || draft.chosen.length > 0) return 'waiting';
  if (draft.failure !== null || draft.refusedFiles.length > 0) return 'refused';
  const isWritten = draft.text.trim() !== '' || draft.records.length > 0 || draft.sent.length > 0;
  return isWritten ? 'draft' : undefined;
}
