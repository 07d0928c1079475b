import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import type { Caller } from '../../platform/caller.ts';
import { createHttpServer } from '../../platform/http/server.ts';
import { type TestFileStore, testFileStore } from '../../platform/testing/files.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { reportTask } from './report-task.ts';
import { governanceRoutes } from './routes.ts';
import { taskRoutes } from './task-routes.ts';
import { prepared } from './testing/given-briefing.ts';
import { command, givenCommune, type TestCommune } from './testing/given-commune.ts';
import { callers, headsTask, REPORT } from './testing/given-tasks.ts';

const SIGNED_IN = { host: 'localhost', cookie: '__Host-giaoban=x', origin: 'http://localhost' };

let commune: TestCommune;
let as: ReturnType<typeof callers>;
let files: TestFileStore;
let http: Awaited<ReturnType<typeof createHttpServer>>;
let caller: Caller;
beforeAll(async () => {
  commune = await givenCommune();
  as = callers(commune);
  files = testFileStore();
  const routes = [governanceRoutes, taskRoutes(files.store, { hasMail: false })];
  http = await createHttpServer(commune.platform, routes, {
    logger: false,
    identify: async () => caller,
    uploadLimits: { fileBytes: 1_000_000, files: 1 },
    deskFolder: '/nowhere',
  });
}, 60_000);
afterAll(async () => {
  await http?.close();
  files.clear();
  await commune.database.close();
});

const got = async (url: string) => {
  const { headers } = await http.inject({ url, headers: SIGNED_IN });
  const [kind, encoded = ''] = String(headers['content-disposition']).split(/; filename\*=UTF-8''/);
  return [kind, decodeURIComponent(encoded), headers['content-type'], headers['x-content-type-options']];
};

it('[GV60] papers are saved under what they are, where and when, in Vietnamese', async () => {
  caller = as.officer();
  const { communeId, briefingId } = await prepared(commune, day('2026-11-23'));
  const paper = (format: string) =>
    got(`/api/communes/${communeId}/briefings/${briefingId}/papers/invitation/${format}`);
  const name = 'Giấy mời giao ban Bình Ngọc 2026-11-23';
  expect(await paper('pdf')).toEqual(['attachment', `${name}.pdf`, 'application/pdf', 'nosniff']);
  const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  expect(await paper('docx')).toEqual(['attachment', `${name}.docx`, word, 'nosniff']);
});

it('[FS3] what somebody sent with a report is saved under the name it came with, never shown', async () => {
  caller = as.head();
  commune.clock.moveTo('2026-12-01T02:00:00Z');
  const within = await headsTask(commune);
  const fileId = nextId();
  const url = `/api/communes/${within.communeId}/tasks/${within.taskId}/files/${fileId}`;
  const photo = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#48a' } })
    .jpeg()
    .toBuffer();
  const form = new FormData();
  form.append('files', new Blob([Uint8Array.from(photo)]), `Ảnh hộ 'ông Ba' (1).jpg`);
  await http.inject({ method: 'POST', url, headers: SIGNED_IN, payload: form });
  await command(commune, as.head(), (context) =>
    reportTask({ ...within, ...REPORT, fileIds: [fileId], eventId: nextId() }, context),
  );
  expect(await got(url)).toEqual(['attachment', `Ảnh hộ 'ông Ba' (1).jpg`, 'image/jpeg', 'nosniff']);
});
