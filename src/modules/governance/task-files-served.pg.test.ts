import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Id } from '../../kernel/ids.ts';
import { connect } from '../../platform/db/database.ts';
import { createHttpServer } from '../../platform/http/server.ts';
import { type TestFileStore, testFileStore } from '../../platform/testing/files.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { cancelTask } from './cancel-task.ts';
import { taskRoutes } from './task-routes.ts';
import { givenCommune, type TestCommune, tryCommand } from './testing/given-commune.ts';
import { callers, headsTask } from './testing/given-tasks.ts';

let commune: TestCommune;
let as: ReturnType<typeof callers>;
let photo: Buffer;
beforeAll(async () => {
  commune = await givenCommune();
  as = callers(commune);
  commune.clock.moveTo('2026-12-01T02:00:00Z');
  photo = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#48a' } })
    .jpeg()
    .toBuffer();
}, 60_000);
afterAll(() => commune.database.close());

type Within = { readonly communeId: Id; readonly taskId: Id };
const taskAt = ({ communeId, taskId }: Within) => `/api/communes/${communeId}/tasks/${taskId}`;
const newTask = () => headsTask(commune);

const SIGNED_IN = { host: 'localhost', cookie: '__Host-giaoban=x', origin: 'http://localhost' };

/** The routes of tasks, served over HTTP. */
const served = ({ store }: TestFileStore, { platform = commune.platform, caller = () => as.head() } = {}) =>
  createHttpServer(platform, [taskRoutes(store, { hasMail: false })], {
    logger: false,
    identify: async () => caller(),
    uploadLimits: { fileBytes: 1_000_000, files: 1 },
    deskFolder: '/nowhere',
  });

/** Sends the photo for a task as a browser does. */
function sendOver(http: Awaited<ReturnType<typeof served>>, within: Within) {
  const payload = new FormData();
  payload.append('files', new Blob([Uint8Array.from(photo)]), 'anh.jpg');
  return http.inject({
    method: 'POST',
    url: `${taskAt(within)}/files/${nextId()}`,
    headers: SIGNED_IN,
    payload,
  });
}

describe('a photo of a report, sent over HTTP', () => {
  it('[FS4] holds no connection to the database while a scanner takes its time: others are answered meanwhile', async () => {
    const limits = { connectMs: 300, statementMs: 60_000, idleMs: 60_000 };
    const application = { ...commune.database.address, user: 'giaoban_app', password: 'test' };
    const database = connect(application, 1, limits);
    const within = await newTask();
    let meanwhile = 0;
    const slow = testFileStore(async () => {
      meanwhile = (await http.inject({ url: taskAt(within), headers: SIGNED_IN })).statusCode;
      return 'clean';
    });
    const http = await served(slow, { platform: { ...commune.platform, database } });
    const sent = await sendOver(http, within);
    expect([meanwhile, sent.statusCode, sent.json()]).toMatchObject([200, 200, { scan: 'clean' }]);
    await http.close();
    await database.close();
    slow.clear();
  });

  it('[FS4] is neither received nor looked at for a task that is not there, is over, or is another’s', async () => {
    let looks = 0;
    const counting = testFileStore(async () => {
      looks += 1;
      return 'clean';
    });
    let caller = as.head();
    const http = await served(counting, { caller: () => caller });
    const sendTo = async (within: Within) => (await sendOver(http, within)).json();
    const [within, over] = [await newTask(), await newTask()];
    await tryCommand(commune, as.chair(), (context) =>
      cancelTask({ ...over, eventId: nextId(), baseVersion: 1, reason: 'Giao nhầm' }, context),
    );
    expect(await sendTo(over)).toMatchObject({ refused: 'taskStateWrong', data: { state: 'Đã hủy' } });
    expect(await sendTo({ ...within, taskId: nextId() })).toMatchObject({ refused: 'notFound' });
    caller = as.police();
    expect(await sendTo(within)).toMatchObject({ refused: 'notFound' });
    expect(looks).toBe(0);
    caller = as.head();
    expect(await sendTo(within)).toMatchObject({ scan: 'clean' });
    expect(looks).toBe(1);
    await http.close();
    counting.clear();
  });
});
