import { day } from '../../../../../kernel/dates.ts';
import type { Id } from '../../../../../kernel/ids.ts';
import type { KeptPhoto, KeptPhotos } from '../../../../shared/kept-photos.ts';
import { blankReport, type ReportDraft } from '../report-draft.ts';
import { ReportOutbox } from '../report-outbox.ts';

/** The person whose reports a tab of the tests keeps, and the office under which they write. */
export const USER = idOf(1);
/** See {@link USER}. */
export const OFFICE = 'chức vụ';

/** Two tasks of one commune. */
export const place = { userId: USER, communeId: idOf(100), subjectId: idOf(200) };
/** See {@link place}. */
export const other = { ...place, subjectId: idOf(201) };

/** A browser's tab and machine as the outbox sees them: a reload is another outbox over the same. */
export type Tab = {
  readonly held: Map<string, string>;
  photos: readonly KeptPhoto[];
  /** The photos that nobody came back for in time. */
  old: readonly Id[];
  hasRoom: boolean;
  /** The desk as it is begun, before the machine has said what it kept. */
  readonly begun: () => ReportOutbox;
  /** The desk when the machine has said so. */
  readonly loaded: () => Promise<ReportOutbox>;
  readonly blank: (title: string) => ReportDraft;
};

/** An empty tab on a machine that has room. */
export function newTab(): Tab {
  let made = 1_000;
  const newId = () => idOf(++made);
  const held = new Map<string, string>();
  const begun = () => new ReportOutbox({ userId: USER, store: storeOf(held), photos: photosOf(tab), newId });
  const tab: Tab = {
    held,
    photos: [],
    old: [],
    hasRoom: true,
    begun,
    loaded: async () => {
      const outbox = begun();
      await outbox.load();
      return outbox;
    },
    blank: (title) => blankReport({ assignmentId: OFFICE, title, doneOn: day('2026-11-23') }, newId),
  };
  return tab;
}

/** The draft of the first task; undefined where none is kept. */
export const draftOf = (outbox: ReportOutbox): ReportDraft | undefined =>
  outbox.reports().get(place.subjectId)?.draft;

/** An id that ends in a number. */
export function idOf(number: number): Id {
  return `01900000-0000-7000-8000-${String(number).padStart(12, '0')}` as Id;
}

/** A photo of so many bytes. */
export function photo(name: string, bytes = 3): File {
  return new File([new Uint8Array(bytes)], name, { type: 'image/jpeg' });
}

function storeOf(held: Map<string, string>) {
  return {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
    removeItem: (key: string) => void held.delete(key),
    key: (at: number) => [...held.keys()][at] ?? null,
    get length() {
      return held.size;
    },
  };
}

function photosOf(tab: Tab): KeptPhotos {
  return {
    ofPerson: async (userId) => tab.photos.filter((one) => one.userId === userId),
    count: async (userId) => tab.photos.filter((one) => one.userId === userId).length,
    keep: async (at, file) => {
      if (!tab.hasRoom) throw new DOMException('full', 'QuotaExceededError');
      tab.photos = [...tab.photos, { ...at, ...file }];
    },
    drop: async (fileId) => {
      tab.photos = tab.photos.filter((one) => one.fileId !== fileId);
    },
    clear: async (userId) => {
      tab.photos = tab.photos.filter((one) => one.userId !== userId);
    },
    forgetOld: async () => {
      tab.photos = tab.photos.filter(({ fileId }) => !tab.old.includes(fileId));
    },
  };
}
