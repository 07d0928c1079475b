import { EventEmitter, once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { request as ask } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connect } from '../db/database.ts';
import { NO_SCOPE } from '../db/scope.ts';
import { removeOldUploads } from './spool-uploads.ts';
import { sampleServers } from './testing/sample-servers.ts';

const LIMITS = { connectMs: 300, statementMs: 300, idleMs: 60_000 };
const CONNECTIONS = 2;

let samples: Awaited<ReturnType<typeof sampleServers>>;
let http: FastifyInstance;
let folder: string;
beforeAll(async () => {
  samples = await sampleServers({ connect: (address) => connect(address, CONNECTIONS, LIMITS) });
});
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tải lên '));
  http = await samples.server({
    uploadFolder: folder,
    uploadLimits: { fileBytes: 1_048_576, files: 3, totalBytes: 2_097_152 },
  });
  await http.listen({ port: 0, host: '127.0.0.1' });
});
afterEach(async () => {
  await http.close();
  rmSync(folder, { recursive: true });
});
afterAll(() => samples.close());

const address = () => `http://127.0.0.1:${(http.server.address() as AddressInfo).port}`;
const received = () => readdirSync(folder);
const partOf = (name: string) =>
  `--cut\r\ncontent-disposition: form-data; name="files"; filename="${name}"\r\n\r\n`;

/** Somebody who has sent the beginning of a file, and takes their time with the rest. */
function slowUpload(to: 'send' | 'send-small' = 'send') {
  const sending = ask(`${address()}/api/sample/${to}`, {
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data; boundary=cut' },
  });
  sending.on('error', () => undefined);
  sending.write(`${partOf('chậm.xlsx')}${'x'.repeat(1_000)}`);
  return sending;
}

async function answerOf(sending: ReturnType<typeof slowUpload>): Promise<unknown> {
  const [response] = await once(sending, 'response');
  let body = '';
  for await (const chunk of response) body += chunk;
  return JSON.parse(body);
}

const send = (sizes: readonly number[]) => {
  const form = new FormData();
  for (const [at, size] of sizes.entries()) form.append('files', new Blob([new Uint8Array(size)]), `${at}`);
  return fetch(`${address()}/api/sample/send`, { method: 'POST', body: form });
};

describe('uploads', () => {
  it('that come slowly hold no connection: others are answered meanwhile', async () => {
    const slow = Array.from({ length: CONNECTIONS + 1 }, () => slowUpload());
    await expect.poll(() => received().length).toBe(slow.length);
    const other = await fetch(`${address()}/api/sample/ask/2026-10-31?amountVnd=5`);
    expect(other.status).toBe(200);
    const answers = slow.map(answerOf);
    for (const sending of slow) sending.end('y\r\n--cut--\r\n');
    for (const answer of await Promise.all(answers))
      expect(answer).toEqual({ files: [{ name: 'chậm.xlsx', bytes: 1_001 }] });
    expect(received()).toEqual([]);
  });

  it('[HK4] leave nothing behind when they are refused, and when the sender breaks off', async () => {
    expect((await send([10, 1_048_577])).status).toBe(413);
    const whole = await send([1_048_576, 1_048_576, 1]);
    expect([whole.status, await whole.json()]).toMatchObject([413, { data: { limit: '2 MB một lần gửi' } }]);
    expect(received()).toEqual([]);
    const slow = slowUpload();
    await expect.poll(() => received().length).toBe(1);
    slow.destroy();
    await expect.poll(received).toEqual([]);
  });

  it('[FS2] larger than their operation takes are refused before anything is received, and while it comes unannounced', async () => {
    const announced = ask(`${address()}/api/sample/send-small`, {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=cut', 'content-length': 1_200_000 },
    });
    announced.on('error', () => undefined);
    // Not yet sent: the answer is there with the head alone.
    announced.write(partOf('ảnh.jpg'));
    expect(await answerOf(announced)).toMatchObject({
      refused: 'tooLarge',
      message:
        'Dữ liệu gửi lên quá lớn (tối đa 1 MB một lần gửi). Chọn tệp nhỏ hơn, hoặc chia ra rồi gửi lại.',
    });
    expect(received()).toEqual([]);
    announced.destroy();
    const unannounced = slowUpload('send-small');
    unannounced.end(`${'x'.repeat(1_048_000)}\r\n--cut--\r\n`);
    expect(await answerOf(unannounced)).toMatchObject({ refused: 'tooLarge' });
    expect(received()).toEqual([]);
    const fits = slowUpload('send-small');
    fits.end('y\r\n--cut--\r\n');
    expect(await answerOf(fits)).toEqual({ files: [{ name: 'chậm.xlsx', bytes: 1_001 }] });
  });

  it('[HK4] of a process that was killed are removed when they are old; younger ones may still be on their way', async () => {
    const places = ['tai-len-old', 'tai-len-new', 'another-program'].map((name) => join(folder, name));
    for (const place of places) {
      mkdirSync(place);
      writeFileSync(join(place, '0'), 'x');
    }
    for (const place of [places[0], places[2]]) utimesSync(place ?? '', 0, 0);
    expect(await removeOldUploads(folder)).toBe(1);
    expect(received().sort()).toEqual(['another-program', 'tai-len-new']);
    expect(await removeOldUploads(join(folder, 'not there'))).toBe(0);
  });
});

describe('the connections that requests share', () => {
  it('are waited for so long, then it is said that the system is busy', async () => {
    const held = new EventEmitter();
    const holding = Array.from({ length: CONNECTIONS }, () =>
      samples.platform.database.read(NO_SCOPE, () => once(held, 'let go')),
    );
    const answer = await fetch(`${address()}/api/sample/ask/2026-10-31?amountVnd=5`);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
    expect(await answer.json()).toMatchObject({ refused: 'databaseBusy' });
    held.emit('let go');
    await Promise.all(holding);
    expect((await fetch(`${address()}/api/sample/ask/2026-10-31?amountVnd=5`)).status).toBe(200);
  });

  it('end a statement that takes too long', async () => {
    const slow = samples.platform.database.read(NO_SCOPE, (tx) => sql`select pg_sleep(5)`.execute(tx));
    await expect(slow).rejects.toMatchObject({ code: '57014' });
  });
});
