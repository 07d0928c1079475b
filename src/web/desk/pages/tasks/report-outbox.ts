import type { Id } from '../../../../kernel/ids.ts';
import type { Failure } from '../../../shared/components/states.tsx';
import type { ChosenFile, KeptPhoto, KeptPhotos } from '../../../shared/kept-photos.ts';
import { placesOf, type Store, type UnsentPlace } from '../../unsent.ts';
import { type NamedFile, type ReportDraft, readReport, writeReport } from './report-draft.ts';
import { NO_LONGER_KEPT, nameOf, refusedBefore, without } from './report-files.ts';

/** A report that is not with the server, and where it belongs; its subject is the task. */
export type UnsentReport = { readonly place: UnsentPlace; readonly draft: ReportDraft };

/** What of a report is sent next: its first file that waits, or the report itself when none does. */
export type DueReport = UnsentReport & { readonly file: ChosenFile | null };

type Tools = {
  readonly userId: string;
  readonly store: Store & Pick<Storage, 'length' | 'key'>;
  readonly photos: KeptPhotos;
  readonly newId: () => Id;
};

/**
 * All reports of one person that no server has: text in the tab, photos on the machine. It lives as long as the desk does, so
 * that what waits on one page is shown, and sent, from every other.
 */
export class ReportOutbox {
  readonly #tools: Tools;
  readonly #listeners = new Set<() => void>();
  readonly #files = new Map<Id, File>();
  #reports: ReadonlyMap<string, UnsentReport>;
  /** Photos on the machine that no report of this tab names: their tab was closed, or is another one. */
  #unclaimed: readonly KeptPhoto[] = [];
  #isLoaded = false;
  /** The report of each task that went last, by the id of the task. */
  readonly #sentLast = new Map<string, Id>();

  constructor(tools: Tools) {
    this.#tools = tools;
    this.#reports = new Map(
      placesOf(tools.store, 'report', tools.userId).flatMap((place) => {
        const draft = readReport(tools.store, place);
        return draft === undefined ? [] : [[place.subjectId, { place, draft }]];
      }),
    );
  }

  /** Runs `listener` after each change. @returns what stops it */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Every report that is not with the server, by the id of its task. */
  readonly reports = (): ReadonlyMap<string, UnsentReport> => this.#reports;

  /** Photos of a task that no report of this tab names. */
  readonly unclaimed = (): readonly KeptPhoto[] => this.#unclaimed;

  /** The report of a task that the server took last since the desk is open. */
  readonly sentLast = (taskId: string): Id | undefined => this.#sentLast.get(taskId);

  /** Asks the machine for the photos it kept. Before that nothing is sent: a report does not go without its photos. */
  async load(): Promise<void> {
    // A browser that keeps nothing has nothing to go on with, and nothing to let go of.
    await this.#tools.photos.forgetOld().catch(() => undefined);
    const kept = await this.#tools.photos.ofPerson(this.#tools.userId).catch(() => []);
    if (this.#isLoaded) return;
    this.#isLoaded = true;
    const drafts = [...this.#reports.values()].map(({ draft }) => draft);
    const sent = new Set(drafts.flatMap((draft) => draft.sent.map(({ fileId }) => fileId)));
    const chosen = new Set(drafts.flatMap((draft) => draft.chosen.map(({ fileId }) => fileId)));
    for (const { fileId, file } of kept)
      if (sent.has(fileId)) this.#letGo(fileId);
      else if (chosen.has(fileId)) this.#files.set(fileId, file);
    this.#unclaimed = kept.filter(({ fileId }) => !chosen.has(fileId) && !sent.has(fileId));
    for (const { place, draft } of this.#reports.values()) this.#set(place, this.#withoutLost(draft));
    this.#tell();
  }

  /** What can be sent by somebody who holds an office; in each report one thing after the other. */
  due(assignmentId: string): readonly DueReport[] {
    if (!this.#isLoaded) return [];
    return [...this.#reports.values()].flatMap(({ place, draft }): DueReport[] => {
      if (draft.assignmentId !== null && draft.assignmentId !== assignmentId) return [];
      const [next] = draft.chosen;
      if (next === undefined) return draft.isWaiting ? [{ place, draft, file: null }] : [];
      const file = this.#files.get(next.fileId);
      return file === undefined ? [] : [{ place, draft, file: { fileId: next.fileId, file } }];
    });
  }

  /**
   * Keeps what a person has changed of a report.
   *
   * @param blank the report as it stands where nothing was typed before
   */
  change(place: UnsentPlace, blank: ReportDraft, changed: Partial<ReportDraft>): void {
    const draft = this.#draftOf(place) ?? blank;
    // It may be with the server already, its answer lost: under the same id the later words would pass for the earlier.
    const eventId = draft.isWaiting ? this.#tools.newId() : draft.eventId;
    const next = { ...draft, assignmentId: blank.assignmentId, title: blank.title, eventId, ...changed };
    const canGo = next.doneOn !== null && next.text.trim() !== '';
    this.#set(place, { ...next, isWaiting: next.isWaiting && canGo });
  }

  /** Sends a report as it stands. Files refused until then go from it with what was said of them: who sends it without them has read that. */
  send(place: UnsentPlace, blank: ReportDraft): void {
    this.change(place, blank, { isWaiting: true, failure: null });
    const draft = this.#draftOf(place);
    if (draft?.isWaiting) this.#set(place, { ...draft, refusedFiles: [] });
  }

  /** Keeps chosen files; those that the server would not take are refused here, with its sentence. */
  choose(place: UnsentPlace, blank: ReportDraft, files: readonly File[]): void {
    const draft = this.#draftOf(place) ?? blank;
    const before = draft.sent.length + draft.chosen.length;
    const named = files.map((file, i) => ({
      fileId: this.#tools.newId(),
      file,
      failure: refusedBefore(file, before + i),
    }));
    const taken = named.filter(({ failure }) => failure === null);
    for (const { fileId, file } of taken) this.#keep(place, { fileId, file });
    const refused = named.flatMap(({ fileId, file, failure }) =>
      failure === null ? [] : [{ fileId, name: file.name, failure }],
    );
    this.change(place, blank, {
      chosen: [...draft.chosen, ...taken.map(({ fileId, file }) => nameOf(fileId, file))],
      refusedFiles: [...draft.refusedFiles, ...refused],
    });
  }

  /** Takes photos into a report whose tab is gone; without one that is open for its task they wait. */
  claim(place: UnsentPlace, blank: ReportDraft): void {
    const found = this.#unclaimed.filter(({ taskId }) => taskId === place.subjectId);
    if (found.length === 0) return;
    this.#unclaimed = this.#unclaimed.filter((photo) => !found.includes(photo));
    for (const { fileId, file } of found) this.#files.set(fileId, file);
    const draft = this.#draftOf(place) ?? blank;
    const chosen = [...draft.chosen, ...found.map(({ fileId, file }) => nameOf(fileId, file))];
    this.#set(place, { ...draft, assignmentId: blank.assignmentId, title: blank.title, chosen });
  }

  /** Lets a file of a report go: nobody wants it. */
  drop(place: UnsentPlace, fileId: Id): void {
    const draft = this.#draftOf(place);
    if (draft === undefined) return;
    this.#letGo(fileId);
    this.change(place, draft, {
      sent: without(draft.sent, fileId),
      chosen: without(draft.chosen, fileId),
      refusedFiles: without(draft.refusedFiles, fileId),
    });
  }

  /** Lets all of a report go: nobody wants it. */
  discard(place: UnsentPlace): void {
    for (const { fileId } of this.#draftOf(place)?.chosen ?? []) this.#letGo(fileId);
    this.#set(place, null);
  }

  /** The server has a file, or refused it with a failure. One that was let go meanwhile is not brought back. */
  fileDecided(place: UnsentPlace, { fileId, name }: NamedFile, failure: Failure | null): void {
    const draft = this.#draftOf(place);
    if (draft === undefined || !draft.chosen.some((one) => one.fileId === fileId)) return;
    const { sent, refusedFiles } = draft;
    this.#set(place, {
      ...draft,
      chosen: without(draft.chosen, fileId),
      sent: failure === null ? [...sent, { fileId, name }] : sent,
      refusedFiles: failure === null ? refusedFiles : [...refusedFiles, { fileId, name, failure }],
    });
    this.#letGo(fileId);
  }

  /** The server has a report as it was sent. What was typed since, and files that it does not take, stay. */
  reportSent(place: UnsentPlace, was: ReportDraft): void {
    this.#sentLast.set(place.subjectId, was.eventId);
    const now = this.#draftOf(place);
    if (now === undefined) return;
    const sent = new Set<Id>(was.sent.map(({ fileId }) => fileId));
    const left = { ...now, sent: now.sent.filter(({ fileId }) => !sent.has(fileId)) };
    const records = now.records.filter((one) => !was.records.includes(one));
    const isTypedOn = now.eventId !== was.eventId;
    const next = isTypedOn ? {} : { eventId: this.#tools.newId(), text: '', failure: null, isWaiting: false };
    const isAll = !isTypedOn && left.refusedFiles.length + left.chosen.length === 0;
    this.#set(place, isAll ? null : { ...left, records, ...next });
  }

  /**
   * The server has refused a report as it was sent: it stands for the person to mend, and goes under another id then, since the one it
   * had may stand for other words.
   */
  reportRefused(place: UnsentPlace, was: ReportDraft, failure: Failure): void {
    const now = this.#draftOf(place);
    if (now?.eventId === was.eventId)
      this.#set(place, { ...now, eventId: this.#tools.newId(), failure, isWaiting: false });
  }

  #draftOf({ subjectId }: UnsentPlace): ReportDraft | undefined {
    return this.#reports.get(subjectId)?.draft;
  }

  #set(place: UnsentPlace, draft: ReportDraft | null): void {
    writeReport(this.#tools.store, place, draft);
    const reports = new Map(this.#reports);
    if (draft === null) reports.delete(place.subjectId);
    else reports.set(place.subjectId, { place, draft });
    this.#reports = reports;
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }

  #keep(place: UnsentPlace, { fileId, file }: ChosenFile): void {
    this.#files.set(fileId, file);
    const { userId, subjectId: taskId } = place;
    this.#tools.photos.keep({ userId, taskId }, { fileId, file }).catch(() => {
      const draft = this.#draftOf(place);
      if (draft === undefined) return;
      const chosen = draft.chosen.map((one) => (one.fileId === fileId ? { ...one, isKept: false } : one));
      this.#set(place, { ...draft, chosen });
    });
  }

  #letGo(fileId: Id): void {
    this.#files.delete(fileId);
    this.#tools.photos.drop(fileId).catch(() => undefined);
  }

  /** The machine had no room for a file, or has lost it: that is said, and the rest goes on. */
  #withoutLost(draft: ReportDraft): ReportDraft {
    const lost = draft.chosen.filter(({ fileId }) => !this.#files.has(fileId));
    if (lost.length === 0) return draft;
    return {
      ...draft,
      chosen: draft.chosen.filter((one) => !lost.includes(one)),
      refusedFiles: [
        ...draft.refusedFiles,
        ...lost.map(({ fileId, name }) => ({ fileId, name, failure: { message: NO_LONGER_KEPT } })),
      ],
    };
  }
}
