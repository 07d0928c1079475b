import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PROJECT_ROOT } from '../src/platform/project.ts';
import { type Certificate, makeCertificate } from './certificate.ts';
import { endProduct, type Run, startProduct } from './product-process.ts';

/** The product serves beyond this machine with a certificate of its own. */
const PORT = 18_251;
let folder: string;
let certificate: Certificate;
let server: Run;

const start = (environment: Readonly<Record<string, string>>) =>
  startProduct({
    ...{ cwd: PROJECT_ROOT, port: PORT },
    environment: { GIAOBAN_DATA_DIR: join(folder, 'dữ liệu'), ...environment },
  });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'giaoban mã hóa '));
  chmodSync(folder, 0o755);
  certificate = makeCertificate(folder);
  const { certFile, keyFile } = certificate;
  server = start({ HOST: '0.0.0.0', GIAOBAN_TLS_CERT: certFile, GIAOBAN_TLS_KEY: keyFile });
  await server.line;
}, 240_000);

afterAll(async () => {
  await endProduct(server);
  rmSync(folder, { recursive: true });
});

type Answer = {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
};

async function ask(path: string, body?: object, origin?: string): Promise<Answer> {
  const asked = request({
    ...{ host: 'localhost', port: PORT, path, ca: readFileSync(certificate.certFile) },
    method: body ? 'POST' : 'GET',
    headers: { ...(body ? { 'content-type': 'application/json' } : {}), ...(origin ? { origin } : {}) },
  });
  asked.end(body && JSON.stringify(body));
  const [response] = await once(asked, 'response');
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return {
    status: response.statusCode,
    headers: response.headers,
    body: Buffer.concat(chunks).toString('utf8'),
  };
}

describe('served with a certificate of its own', () => {
  test('the line says so; browsers are told to stay with it', async () => {
    expect(await server.line).toMatch(/^Giao Ban: https:\/\/0\.0\.0\.0:18251 · mã hóa bằng chứng thư đã đặt/);
    const health = await ask('/api/health');
    expect([health.status, JSON.parse(health.body).status]).toEqual([200, 'ok']);
    expect(health.headers['strict-transport-security']).toBe('max-age=31536000');
  });

  test('who speaks without encryption gets no answer', async () => {
    await expect(fetch(`http://127.0.0.1:${PORT}/api/health`)).rejects.toThrow('fetch failed');
  });

  test('the cookie of a session is bound to this host, and a foreign page cannot use it', async () => {
    const token = /#([\w-]+)$/.exec((await server.line).trim())?.[1] ?? '';
    const person = { token, fullName: 'Người quản trị', login: 'quan-tri' };
    const first = { ...person, password: 'ruộng bậc thang mùa lúa chín' };
    const foreign = await ask(FIRST_ADMINISTRATOR, first, `http://localhost:${PORT + 1}`);
    expect(foreign.status).toBe(403);
    const made = await ask(FIRST_ADMINISTRATOR, first, `https://localhost:${PORT}`);
    expect(made.status, made.body).toBe(200);
    const signedIn = await ask('/api/sign-in', { login: 'quan-tri', password: first.password });
    const [cookie = ''] = [made, signedIn].flatMap(({ headers }) => headers['set-cookie'] ?? []);
    expect(cookie).toMatch(/^__Host-giaoban=[\w-]{20,};/);
    for (const flag of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Strict']) expect(cookie).toContain(flag);
    expect(cookie).not.toContain('Domain');
  });
});

const FIRST_ADMINISTRATOR = '/api/first-administrator';

describe('what does not fit together stops the start', () => {
  test.each([
    [
      'a certificate that is not there',
      () => ({ GIAOBAN_TLS_CERT: '/nowhere.crt' }),
      'Không đọc được tệp /nowhere.crt (GIAOBAN_TLS_CERT)',
    ],
    [
      'the key of another certificate',
      () => ({ GIAOBAN_TLS_KEY: makeCertificate(folder, 'khác').keyFile }),
      'không dùng được với nhau',
    ],
    ['a file that is no certificate', () => ({ GIAOBAN_TLS_CERT: textFile() }), 'không dùng được với nhau'],
    [
      'no encryption beyond this machine',
      () => ({ GIAOBAN_TLS_CERT: '', GIAOBAN_TLS_KEY: '' }),
      'chưa có mã hóa',
    ],
  ])('%s', async (_, change, sentence) => {
    const { certFile, keyFile } = certificate;
    const run = start({ HOST: '0.0.0.0', GIAOBAN_TLS_CERT: certFile, GIAOBAN_TLS_KEY: keyFile, ...change() });
    await expect(run.line).rejects.toThrow(sentence);
    expect(run.child.exitCode).toBe(1);
    expect(run.output()).not.toMatch(/^\s+at /m);
  });
});

function textFile(): string {
  const file = join(folder, 'không phải chứng thư.txt');
  writeFileSync(file, 'không phải');
  return file;
}
