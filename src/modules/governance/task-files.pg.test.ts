import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Caller } from '../../platform/caller.ts';
import { cleanLeftOverFiles } from '../../platform/files/index.ts';
import type { ScanResult } from '../../platform/files/scan-file.ts';
import { keepHouse } from '../../platform/housekeeping/housekeep.ts';
import type { UploadedFile } from '../../platform/http/uploads.ts';
import { type TestFileStore, testFileStore } from '../../platform/testing/files.ts';
import { testPlatform } from '../../platform/testing/platform.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { acceptTask } from './accept-task.ts';
import { cancelTask } from './cancel-task.ts';
import { reportTask } from './report-task.ts';
import { addTaskFile, readTaskFile } from './task-files.ts';
import { givenCommune, type TestCommune, tryCommand } from './testing/given-commune.ts';
import { callers, headsTask, shownTask } from './testing/given-tasks.ts';

let commune: TestCommune;
let as: ReturnType<typeof callers>;
let files: TestFileStore;
let scanned: ScanResult = 'clean';
let photo: Buffer;
beforeAll(async () => {
  commune = await givenCommune();
  as = callers(commune);
  files = testFileStore(async () => scanned);
  commune.clock.moveTo('2026-12-01T02:00:00Z');
  photo = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#48a' } })
    .jpeg()
    .withExif({ IFD3: { GPSLatitude: '13/1 5/1 0/1' } })
    .toBuffer();
}, 60_000);
afterAll(async () => {
  files.clear();
  await commune.database.close();
});

type Within = { readonly communeId: Id; readonly taskId: Id };
const newTask = () => headsTask(commune);

async function* one(name: string, bytes: Uint8Array): AsyncGenerator<UploadedFile> {
  yield { name, content: Readable.from([Buffer.from(bytes)]) };
}

async function send(
  within: Within,
  fileId: Id,
  { name = 'anh.jpg', bytes = photo as Uint8Array, caller = as.head() } = {},
) {
  const keep = await addTaskFile(files.store)(one(name, bytes));
  if (isRefusal(keep)) return keep;
  return tryCommand(commune, caller, (context) => keep({ ...within, fileId }, context));
}
const read = (within: Within, fileId: Id, caller: Caller = as.head()) =>
  tryCommand(commune, caller, async (context) => {
    context.note({ communeId: within.communeId, subject: {} });
    return readTaskFile(files.store)({ ...within, fileId }, context);
  });
const report = (within: Within, fileIds: Id[], caller = as.head()) =>
  tryCommand(commune, caller, (context) =>
    reportTask(
      {
        ...within,
        eventId: nextId(),
        text: 'Xong',
        outcome: 'done',
        doneOn: day('2026-12-01'),
        fileIds,
        records: [],
      },
      context,
    ),
  );

describe('a photo of a report', () => {
  it('[FS3] is kept without its place, belongs to the report, and is given to whoever reads the task', async () => {
    const [within, fileId] = [await newTask(), nextId()];
    expect(await send(within, fileId)).toMatchObject({
      name: 'anh.jpg',
      mediaType: 'image/jpeg',
      scan: 'clean',
    });
    expect(await read(within, fileId)).toMatchObject({ refused: 'notFound' });
    expect(await report(within, [fileId])).toEqual({ version: 2 });
    const { events } = await shownTask(commune, as.chair(), within);
    expect(events[1]?.files).toMatchObject([{ fileId, name: 'anh.jpg' }]);
    const given = await read(within, fileId, as.chair());
    if ('refused' in given) throw new Error(given.refused);
    expect((await sharp(given.content as Buffer).metadata()).exif).toBeUndefined();
    expect(await read(within, fileId, as.police())).toMatchObject({ refused: 'notFound' });
  });

  it('[FS3] lies under a name that the server made, not under the id that the page did', async () => {
    const [within, fileId] = [await newTask(), nextId()];
    await send(within, fileId);
    const name = await nameOf(fileId);
    expect(name).not.toBe(fileId);
    expect(names()).toContain(name);
    expect(names()).not.toContain(fileId);
  });

  it('[FS5] sent twice is kept once; another under its id, of another office, or none at all is refused', async () => {
    const [within, fileId] = [await newTask(), nextId()];
    const outcomes = [await send(within, fileId), await send(within, fileId)];
    expect(outcomes[1]).toEqual(outcomes[0]);
    const other = Buffer.from('%PDF-1.7 khác');
    expect(await send(within, fileId, { name: 'a.pdf', bytes: other })).toMatchObject({
      refused: 'fileIdTaken',
    });
    expect(await report(within, [nextId()])).toMatchObject({ refused: 'fileUnknown' });
    expect((await shownTask(commune, as.head(), within)).task.state).toBe('given');
    const theirs = { ...within, taskId: (await newTask()).taskId };
    expect(await send(theirs, nextId(), { caller: as.police() })).toMatchObject({ refused: 'notFound' });
  });

  it('[GV34] goes to a task that may still be reported, also to supplement a report; once it is over none is taken or kept', async () => {
    const within = await newTask();
    await send(within, nextId());
    await report(within, []);
    expect(await send(within, nextId())).toMatchObject({ name: 'anh.jpg' });
    await tryCommand(commune, as.chair(), (context) =>
      acceptTask({ ...within, eventId: nextId(), baseVersion: 2 }, context),
    );
    const before = names();
    expect(await send(within, nextId())).toEqual({ refused: 'taskStateWrong', data: { state: 'Xong' } });
    expect(names()).toEqual(before);
    const cancelled = await newTask();
    await tryCommand(commune, as.chair(), (context) =>
      cancelTask({ ...cancelled, eventId: nextId(), baseVersion: 1, reason: 'Giao nhầm' }, context),
    );
    expect(await send(cancelled, nextId())).toMatchObject({ data: { state: 'Đã hủy' } });
  });

  it('[FS5] two that send one file at once: both are answered, one file is kept', async () => {
    const [within, fileId] = [await newTask(), nextId()];
    const outcomes = await Promise.all([send(within, fileId), send(within, fileId)]);
    expect(outcomes[1]).toEqual(outcomes[0]);
  });

  it.each([
    ['fileNameFalse', 'anh.jpg', Buffer.from('%PDF-1.7')],
    ['fileKindUnknown', 'anh.jpg', Buffer.from('MZ chương trình')],
    ['fileBroken', 'anh.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0])],
    ['fileTooLarge', 'anh.jpg', Buffer.alloc(10 * 1_048_576 + 1)],
    ['noFile', 'anh.jpg', Buffer.alloc(0)],
  ])('[FS1] [FS2] %s', async (refused, name, bytes) => {
    expect(await send(await newTask(), nextId(), { name, bytes })).toMatchObject({ refused });
  });

  it('[FS4] infected is refused, not scanned is said', async () => {
    const within = await newTask();
    scanned = 'infected';
    expect(await send(within, nextId())).toMatchObject({ refused: 'fileInfected' });
    scanned = 'notScanned';
    expect(await send(within, nextId())).toMatchObject({ scan: 'notScanned' });
    scanned = 'clean';
  });

  it('[FS3] whose bytes were changed behind our back is not given out', async () => {
    const [within, fileId] = [await newTask(), nextId()];
    await send(within, fileId);
    await report(within, [fileId]);
    writeFileSync(pathOf(await nameOf(fileId)), 'khác');
    expect(await read(within, fileId)).toMatchObject({ refused: 'fileGone' });
  });

  it('[FS6] that no report took is removed after its days, with bytes that have no row; others stay', async () => {
    const within = await newTask();
    const [leftId, keptId] = [nextId(), nextId()];
    await send(within, leftId);
    await send(within, keptId);
    const [left, kept] = [await nameOf(leftId), await nameOf(keptId)];
    await report(within, [keptId]);
    const stray = nextId();
    await files.store.write({ communeId: commune.communeId, storedAs: stray }, Buffer.from('x'));
    const clean = async (moment: string, isCutOff = false) => {
      commune.clock.moveTo(moment);
      const cleaning = cleanLeftOverFiles(files.store);
      const chore = {
        ...{ ...cleaning, keepDays: async () => 7 },
        clean: async (...asked: Parameters<typeof cleaning.clean>) => {
          const cleaned = await cleaning.clean(...asked);
          // No count: the record of the chore cannot be written, and with it the rows stay.
          return isCutOff && typeof cleaned === 'object' ? { ...cleaned, removed: Number.NaN } : cleaned;
        },
      };
      const { logger, metrics } = testPlatform(commune.database.app);
      await keepHouse({ platform: commune.platform, chores: [chore], logger, metrics });
    };
    await clean('2026-12-07T02:00:00Z');
    expect(names()).toEqual(expect.arrayContaining([left, kept]));
    await clean('2030-12-09T02:00:00Z', true);
    expect(names()).toEqual(expect.arrayContaining([left, kept]));
    await clean('2030-12-09T02:00:00Z');
    expect(names()).toContain(kept);
    expect(names()).not.toContain(left);
    expect(names()).not.toContain(stray);
    commune.clock.moveTo('2026-12-01T02:00:00Z');
  });
});

/** What the server calls the bytes of a file. */
async function nameOf(fileId: Id): Promise<Id> {
  const { rows } = await commune.database.owner.query<{ stored_as: Id }>(
    'select stored_as from platform.stored_file where id = $1',
    [fileId],
  );
  if (!rows[0]) throw new Error(`no row of ${fileId}`);
  return rows[0].stored_as;
}

const pathOf = (name: Id) => join(files.folder, commune.communeId, name.slice(-2), name);
const names = () =>
  readdirSync(files.folder, { recursive: true, encoding: 'utf8' }).map((path) => path.split('/').at(-1));
