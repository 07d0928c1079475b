import { beforeEach, describe, expect, it } from 'vitest';
import type { Id } from '../../kernel/ids.ts';
import { type KeptPhotos, keptPhotos } from './kept-photos.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const [OWN, OTHER] = ['người này', 'người khác'];

let now: number;
let photos: KeptPhotos;
beforeEach(() => {
  now = 0;
  photos = keptPhotos(oneStore(), () => now);
});

const keep = (userId: string, name: string) =>
  photos.keep({ userId, taskId: 'việc' }, { fileId: name as Id, file: new File([], name) });
const kept = async (userId: string) => (await photos.ofPerson(userId)).map(({ fileId }) => fileId);

describe('photos that wait on a machine', () => {
  it('are those of one person, counted alike; one that is with the server goes alone', async () => {
    for (const name of ['a', 'b']) await keep(OWN, name);
    await keep(OTHER, 'c');
    await photos.drop('a' as Id);
    expect([await kept(OWN), await photos.count(OWN), await kept(OTHER)]).toEqual([['b'], 1, ['c']]);
  });

  it('go with whoever signs out, those of another stay', async () => {
    await keep(OWN, 'a');
    await keep(OTHER, 'b');
    await photos.clear(OWN);
    expect([await kept(OWN), await kept(OTHER)]).toEqual([[], ['b']]);
  });

  it.each<[string, (from: KeptPhotos) => Promise<void>]>([
    ['a page opens', (from) => from.forgetOld()],
    ['somebody signs out who has none', (from) => from.clear('người thứ ba')],
  ])('stay 45 days and no longer, whoever chose them, when %s', async (_, letGo) => {
    await keep(OWN, 'a');
    await keep(OTHER, 'b');
    now += 1;
    await keep(OWN, 'c');
    now = 45 * DAY_MS;
    await letGo(photos);
    expect([await kept(OWN), await kept(OTHER)]).toEqual([['a', 'c'], ['b']]);
    now += 1;
    await letGo(photos);
    expect([await kept(OWN), await kept(OTHER)]).toEqual([['c'], []]);
  });
});

/** As much of a browser's database as photos need: one store of entries that are numbered as they come, found by the file's id. */
function oneStore(): IDBFactory {
  const entries = new Map<number, { readonly fileId: Id }>();
  let last = 0;
  const answered = <T>(result: T, after: (request: { result: T; onsuccess?: () => void }) => void = told) => {
    const request: { result: T; onsuccess?: () => void } = { result };
    queueMicrotask(() => after(request));
    return request;
  };
  const cursorOver = (keys: number[]) => {
    type Cursor = { value: unknown; delete: () => void; continue: () => void } | null;
    return answered<Cursor>(null, function next(request) {
      const key = keys.shift();
      request.result =
        key === undefined
          ? null
          : { value: entries.get(key), delete: () => entries.delete(key), continue: () => next(request) };
      told(request);
    });
  };
  const transaction = {} as { oncomplete?: () => void };
  const store = {
    transaction,
    getAll: () => answered([...entries.values()]),
    add: (entry: { readonly fileId: Id }) => void entries.set(++last, entry),
    delete: (key: number) => void entries.delete(key),
    index: () => ({
      getKey: (fileId: Id) => answered([...entries].find(([, entry]) => entry.fileId === fileId)?.[0]),
    }),
    openCursor: () => cursorOver([...entries.keys()]),
  };
  const database = {
    close: () => undefined,
    transaction: () => {
      setTimeout(() => transaction.oncomplete?.());
      return { objectStore: () => store };
    },
  };
  return { open: () => answered(database) } as unknown as IDBFactory;
}

function told(request: { onsuccess?: () => void }): void {
  request.onsuccess?.();
}
