import type { Id } from '../../kernel/ids.ts';

/** A photo or paper that was chosen and is not with the server yet. */
export type ChosenFile = { readonly fileId: Id; readonly file: File };

/** Whose photos, for which task: on a phone that several use, nobody sends what another chose. */
export type PhotoPlace = { readonly userId: string; readonly taskId: string };

/**
 * Photos beside the text of a draft: a reload, a crash or an empty battery leaves them, until they are sent, somebody signs out, or
 * nobody came back for them in time.
 */
export type KeptPhotos = {
  /** Those of one person, with the task of each, in the order in which they were chosen. */
  ofPerson(userId: string): Promise<readonly KeptPhoto[]>;
  /** How many of one person there are. */
  count(userId: string): Promise<number>;
  /** Keeps a file. @throws DOMException where the machine has no room for it, or keeps nothing at all */
  keep(place: PhotoPlace, file: ChosenFile): Promise<void>;
  /** Lets one go: the server has it, or nobody wants it. */
  drop(fileId: Id): Promise<void>;
  /** Lets those of one person go; and of everybody what nobody came back for in time. */
  clear(userId: string): Promise<void>;
  /** Lets go, of everybody, what nobody came back for in time: on a phone where nobody signs out it would stay without end. */
  forgetOld(): Promise<void>;
};

/** A file that the machine keeps, and for which task. */
export type KeptPhoto = ChosenFile & PhotoPlace;

/** As long as words are kept for their person: from one meeting to the next, and some days. */
const KEPT_MS = 45 * 24 * 60 * 60 * 1000;

/** A photo with the moment in which it was kept. */
type Entry = KeptPhoto & { readonly keptAt: number };

const DATABASE = 'giaoban.photos';
const KEPT = 'kept';

/**
 * The store in a browser's own database, where a file is kept whole; the tab's storage takes text alone.
 *
 * @param now the browser's clock, in milliseconds
 */
export function keptPhotos(databases: IDBFactory, now: () => number): KeptPhotos {
  const change = async (write: (kept: IDBObjectStore) => void) =>
    withKept(databases, 'readwrite', async (kept) => {
      write(kept);
      await finished(kept.transaction);
    });
  const isOld = ({ keptAt }: Entry) => now() - keptAt > KEPT_MS;
  const letGo = (isOver: (one: Entry) => boolean) =>
    change((kept) => {
      const entries = kept.openCursor();
      entries.onsuccess = () => {
        const entry = entries.result;
        if (entry === null) return;
        if (isOver(entry.value as Entry)) entry.delete();
        entry.continue();
      };
    });
  return {
    ofPerson: (userId) =>
      withKept(databases, 'readonly', async (kept) => {
        const all = await answerOf<KeptPhoto[]>(kept.getAll());
        return all.filter((one) => one.userId === userId);
      }),
    count: (userId) =>
      withKept(databases, 'readonly', async (kept) => {
        const all = await answerOf<Entry[]>(kept.getAll());
        return all.filter((one) => one.userId === userId).length;
      }),
    keep: ({ userId, taskId }, { fileId, file }) =>
      change((kept) => {
        kept.add({ fileId, file, userId, taskId, keptAt: now() } satisfies Entry);
      }),
    drop: (fileId) =>
      change((kept) => {
        const found = kept.index('fileId').getKey(fileId);
        found.onsuccess = () => {
          if (found.result !== undefined) kept.delete(found.result);
        };
      }),
    clear: (userId) => letGo((one) => one.userId === userId || isOld(one)),
    forgetOld: () => letGo(isOld),
  };
}

/** Opens the database for one change, and closes it: no tab stands in the way of another. */
async function withKept<T>(
  databases: IDBFactory,
  mode: IDBTransactionMode,
  use: (kept: IDBObjectStore) => Promise<T>,
): Promise<T> {
  const opening = databases.open(DATABASE, 1);
  opening.onupgradeneeded = () => {
    // Keys count up, which is the order of choosing.
    opening.result.createObjectStore(KEPT, { autoIncrement: true }).createIndex('fileId', 'fileId');
  };
  const database = await answerOf(opening);
  try {
    return await use(database.transaction(KEPT, mode).objectStore(KEPT));
  } finally {
    database.close();
  }
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** A full disk is said when the transaction ends, not by its requests. */
function finished(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}
