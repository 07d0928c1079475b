import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { callOperation } from '../../kernel/client.ts';
import { count, date, fileAnswer, id, operation, vnd } from '../../kernel/contract.ts';
import { day } from '../../kernel/dates.ts';
import { refuse } from '../../kernel/refusal.ts';
import { SYSTEM_CHAIN } from '../audit/append-audit.ts';
import { ANONYMOUS, systemCaller } from '../caller.ts';
import { fixedClock } from '../clock.ts';
import type { Platform } from '../command.ts';
import { idsOf } from '../ids.ts';
import { createLogger } from '../log.ts';
import { type TestDatabase, testDatabase } from '../testing/database.ts';
import { injected } from '../testing/http.ts';
import { implement, type ModuleRoutes } from './implement.ts';
import { createHttpServer, type HttpOptions } from './server.ts';

const SYSTEM = { communeIds: [], officeIds: [], system: true };
const PERSON_TEXT = 'Nguyễn Thị Ánh, CCCD 038187001234, điện thoại 0912345678';

const ask = operation({
  name: 'sample.ask',
  method: 'GET',
  path: '/sample/ask/{dataDate}',
  summary: 'Hỏi thử.',
  input: z.object({
    dataDate: date,
    amountVnd: vnd,
    limit: count.optional(),
    isOpen: z.boolean().optional(),
    codes: z.array(z.string()).optional(),
    loans: z.array(vnd).optional(),
  }),
  output: z.object({
    amountVnd: vnd,
    dataDate: date,
    limit: count.optional(),
    isOpen: z.boolean().optional(),
    codes: z.array(z.string()).optional(),
    loans: z.array(vnd).optional(),
  }),
  permission: 'anyone',
});

const change = operation({
  name: 'sample.change',
  method: 'POST',
  path: '/sample/{id}/change',
  summary: 'Sửa thử.',
  input: z.object({ id, amountVnd: vnd, text: z.string().max(20) }),
  output: z.object({ fields: z.array(z.string()), amountVnd: vnd }),
  refusals: ['sampleClosed'],
  permission: 'signedIn',
});

const fail = operation({
  name: 'sample.fail',
  method: 'GET',
  path: '/sample/fail/{how}',
  summary: 'Lỗi thử.',
  input: z.object({ how: z.string(), fullName: z.string().optional() }),
  output: z.object({ done: z.boolean() }),
  permission: 'anyone',
});

const send = operation({
  name: 'sample.send',
  method: 'POST',
  path: '/sample/send',
  summary: 'Gửi tệp thử.',
  input: z.object({ limit: count.optional() }),
  output: z.object({ files: z.array(z.object({ name: z.string(), bytes: count })) }),
  permission: 'anyone',
  request: 'files',
});

const keep = operation({
  name: 'sample.keep',
  method: 'GET',
  path: '/sample/keep',
  summary: 'Tải tệp thử.',
  input: z.object({}),
  output: fileAnswer,
  permission: 'anyone',
  answer: 'file',
});

const countFailure = operation({
  name: 'sample.countFailure',
  method: 'POST',
  path: '/sample/count',
  summary: 'Đếm thử.',
  input: z.object({ key: z.string() }),
  output: z.object({}),
  refusals: ['sampleClosed'],
  permission: 'anyone',
});

const routes: ModuleRoutes = {
  implementations: [
    implement(ask, async (input) => input),
    implement(
      change,
      async (input) =>
        input.text === 'đóng'
          ? refuse('sampleClosed')
          : { fields: Object.keys(input).sort(), amountVnd: input.amountVnd },
      { runsAs: 'system' },
    ),
    implement(fail, async ({ how }, { tx }) => {
      if (how === 'throw') throw new Error(`không xử lý được ${PERSON_TEXT}`);
      if (how === 'database') await sql`select ${PERSON_TEXT}::date`.execute(tx);
      if (how === 'output') return { done: PERSON_TEXT } as never;
      return refuse('undeclared' as 'notFound');
    }),
    implement(
      send,
      async (_, { files }) => {
        const received: { name: string; bytes: number }[] = [];
        for await (const { name, content } of files) {
          let bytes = 0;
          for await (const chunk of content) bytes += (chunk as Buffer).length;
          received.push({ name, bytes });
        }
        return { files: received };
      },
      { runsAs: 'system' },
    ),
    implement(keep, async () => ({
      name: "Danh sách (10) 'thử'.csv",
      mediaType: 'text/csv',
      content: 'a;b',
    })),
    implement(
      countFailure,
      async ({ key }, { tx, note }) => {
        if (key.startsWith('broken')) note({ communeId: SYSTEM_CHAIN, subject: {} });
        await sql`insert into identity.sign_in_attempt (key, failures, last_failure_at, blocked_until)
                  values (${key}, 1, '2026-11-03', '2026-11-03')`.execute(tx);
        return key.startsWith('broken') ? (PERSON_TEXT as never) : refuse('sampleClosed');
      },
      { runsAs: 'system', onRefusal: 'commit' },
    ),
  ],
  refusals: {
    sampleClosed: { status: 409, text: 'Mục thử đã đóng.' },
    undeclared: { status: 409, text: 'Không khai báo.' },
  },
};

let database: TestDatabase;
let platform: Platform;
let deskFolder: string;
const logged: string[] = [];

beforeAll(async () => {
  database = await testDatabase();
  const clock = fixedClock('2026-11-03T02:00:00Z');
  platform = { database: database.app, clock, newId: idsOf(clock) };
  deskFolder = mkdtempSync(join(tmpdir(), 'bàn làm việc '));
  mkdirSync(join(deskFolder, 'assets'));
  writeFileSync(join(deskFolder, 'assets/desk-1a2b.js'), 'export {}');
  writeFileSync(join(deskFolder, 'favicon.svg'), '<svg/>');
  writeFileSync(
    join(deskFolder, 'index.html'),
    '<html><head><link rel="stylesheet" href="/assets/a.css"><script type="module" src="/assets/desk-1a2b.js"></script></head></html>',
  );
});

afterAll(async () => {
  rmSync(deskFolder, { recursive: true });
  await database.close();
});

async function server(options: Partial<HttpOptions> = {}) {
  const logger = createLogger(platform.clock, {
    destination: { write: (line: string) => void logged.push(line) },
  });
  return createHttpServer(platform, [routes], {
    logger,
    identify: async (token) => (token === 'good' ? systemCaller(SYSTEM) : ANONYMOUS),
    uploadLimits: { fileBytes: 1_048_576, files: 2 },
    deskFolder,
    rateLimit: 'none',
    ...options,
  });
}

const signedIn = { cookie: '__Host-giaoban=good' };

function upload(files: readonly { name: string; content: Buffer }[]) {
  const parts = files.flatMap(({ name, content }) => [
    Buffer.from(`--cut\r\ncontent-disposition: form-data; name="files"; filename="${name}"\r\n\r\n`),
    content,
    Buffer.from('\r\n'),
  ]);
  return {
    headers: { 'content-type': 'multipart/form-data; boundary=cut' },
    payload: Buffer.concat([...parts, Buffer.from('--cut--\r\n')]),
  };
}

describe('input and output', () => {
  test('a question typed in an address comes back as the numbers, booleans and lists it declares', async () => {
    const input = {
      dataDate: day('2026-10-31'),
      amountVnd: 9_007_199_254_740_991n,
      limit: 10,
      isOpen: false,
      codes: ['0026000'],
      loans: [1n, -2n],
    };
    expect(await callOperation(injected(await server()), ask, input)).toEqual({ ok: true, output: input });
  });

  test('a missing optional field stays missing, and a wrong one is refused without its value', async () => {
    const http = await server();
    const short = { dataDate: day('2026-10-31'), amountVnd: 5n };
    expect(await callOperation(injected(http), ask, short)).toEqual({ ok: true, output: short });
    const wrong = await http.inject('/api/sample/ask/2026-10-31?amountVnd=038187001234x');
    expect(wrong.statusCode).toBe(400);
    expect(wrong.json()).toMatchObject({
      refused: 'inputInvalid',
      message: 'Dữ liệu gửi lên chưa đúng: amountVnd. Giá trị không đúng kiểu.',
    });
    expect(wrong.body).not.toContain('038187001234');
  });

  test('fields that are not declared do not reach the handler', async () => {
    const body = { amountVnd: 1, text: 'a', role: 'administrator', __proto__: { x: 1 } };
    const answer = await (await server()).inject({
      method: 'POST',
      url: '/api/sample/0192f0c8-1111-7000-8000-000000000001/change?text=b&admin=true',
      headers: signedIn,
      payload: body,
    });
    expect(answer.json()).toEqual({ fields: ['amountVnd', 'id', 'text'], amountVnd: 1 });
  });

  test('a refusal comes with status, sentence and reference', async () => {
    const input = { id: platform.newId(), amountVnd: 1n, text: 'đóng' };
    const result = await callOperation(injected(await server(), signedIn), change, input);
    expect(result).toMatchObject({
      ok: false,
      refused: 'sampleClosed',
      status: 409,
      message: 'Mục thử đã đóng.',
    });
    expect(result.ok ? '' : result.reference).toMatch(/^[a-z]{10}$/);
  });

  test('a file is answered with its name, whatever signs it has', async () => {
    const result = await callOperation(injected(await server()), keep, {});
    expect(result).toMatchObject({ ok: true, output: { name: "Danh sách (10) 'thử'.csv" } });
  });

  test('nobody signed in is told to sign in; an unknown token is nobody', async () => {
    const http = await server();
    const input = { id: platform.newId(), amountVnd: 1n, text: 'a' };
    for (const headers of [{}, { cookie: '__Host-giaoban=bad' }] as Record<string, string>[])
      expect(await callOperation(injected(http, headers), change, input)).toMatchObject({
        refused: 'notSignedIn',
      });
  });

  test('a refusal that is to be kept keeps what was written', async () => {
    expect(await callOperation(injected(await server()), countFailure, { key: 'kept' })).toMatchObject({
      ok: false,
    });
    const { rows } = await database.owner.query(
      `select key from identity.sign_in_attempt where key = 'kept'`,
    );
    expect(rows).toHaveLength(1);
  });

  test('an answer that breaks the contract is a defect and changes nothing', async () => {
    const result = await callOperation(injected(await server()), countFailure, { key: 'broken' });
    expect(result).toMatchObject({ refused: 'defect', status: 500 });
    const { rows } = await database.owner.query(
      `select key from identity.sign_in_attempt where key = 'broken'`,
    );
    expect(rows).toHaveLength(0);
  });
});

describe('limits', () => {
  test('files arrive as streams with their Vietnamese names', async () => {
    const files = [{ name: 'Sao kê tháng mười.xlsx', content: Buffer.alloc(100_000, 7) }];
    const answer = await (await server()).inject({
      method: 'POST',
      url: '/api/sample/send',
      ...upload(files),
    });
    expect(answer.json()).toEqual({ files: [{ name: 'Sao kê tháng mười.xlsx', bytes: 100_000 }] });
  });

  test.each([
    ['a file too large', [{ name: 'a', content: Buffer.alloc(1_048_577) }]],
    ['too many files', ['a', 'b', 'c'].map((name) => ({ name, content: Buffer.from('x') }))],
  ])('%s is refused, not an error', async (_, files) => {
    const answer = await (await server()).inject({
      method: 'POST',
      url: '/api/sample/send',
      ...upload(files),
    });
    expect([answer.statusCode, answer.json().refused]).toEqual([413, 'tooLarge']);
  });

  test.each([
    [
      'a body too large',
      { 'content-type': 'application/json' },
      JSON.stringify({ text: 'x'.repeat(1_048_576) }),
      413,
    ],
    ['a cut-off body', { 'content-type': 'application/json' }, '{"text":', 400],
    ['a body of another kind', { 'content-type': 'application/xml' }, '<a/>', 400],
    ['a body that is a list', { 'content-type': 'application/json' }, '[]', 400],
  ])('%s is refused, not an error', async (_, headers, payload, status) => {
    const url = '/api/sample/0192f0c8-1111-7000-8000-000000000001/change';
    const answer = await (await server()).inject({
      method: 'POST',
      url,
      headers: { ...headers, ...signedIn },
      payload,
    });
    expect(answer.statusCode).toBe(status);
    expect(answer.json().message).toMatch(/Dữ liệu gửi lên/);
  });

  test('no files where files are due is refused', async () => {
    const answer = await (await server()).inject({ method: 'POST', url: '/api/sample/send', payload: {} });
    expect([answer.statusCode, answer.json().refused]).toEqual([400, 'inputInvalid']);
  });

  test('an address that asks too often waits; another does not', async () => {
    const http = await server({ rateLimit: { perSecond: 1, burst: 3 } });
    const from = (remoteAddress: string) => http.inject({ url: '/api/health', remoteAddress });
    const statuses = [];
    for (let i = 0; i < 4; i++) statuses.push((await from('10.0.0.1')).statusCode);
    expect(statuses).toEqual([200, 200, 200, 429]);
    expect((await from('10.0.0.2')).statusCode).toBe(200);
    const refused = await from('10.0.0.1');
    expect(refused.headers['retry-after']).toBe('1');
    expect(refused.json().message).toBe('Thao tác quá nhiều lần. Thử lại sau 1 giây.');
  });
});

describe('errors and log', () => {
  test.each(['throw', 'database', 'output', 'undeclared'])(
    'a defect (%s) is a sentence with a reference that the log has, without stack and without personal data',
    async (how) => {
      const http = await server();
      logged.length = 0;
      const answer = await http.inject(`/api/sample/fail/${how}?fullName=${encodeURIComponent(PERSON_TEXT)}`);
      const body = answer.json();
      expect(answer.statusCode).toBe(500);
      expect(Object.keys(body).sort()).toEqual(['data', 'message', 'reference', 'refused']);
      expect(body.message).toContain(body.reference);
      expect(answer.body).not.toMatch(/ at |\.ts|Ánh|038187001234/);
      const log = logged.join('');
      expect(JSON.parse(logged[0] ?? '')).toMatchObject({ msg: 'defect', reference: body.reference });
      expect(log).toMatch(/\.ts:\d+:\d+/);
      expect(log).not.toMatch(/Nguyễn|Ánh|\d{9}/);
    },
  );

  test('an undeclared refusal is answered in production', async () => {
    const answer = await (await server({ isProduction: true })).inject('/api/sample/fail/undeclared');
    expect(answer.statusCode).toBe(409);
  });

  test('requests leave their route pattern in the log, none of their values', async () => {
    const http = await server();
    logged.length = 0;
    const name = encodeURIComponent(PERSON_TEXT);
    await http.inject(`/api/sample/ask/2026-10-31?amountVnd=1&codes=${name}`);
    await http.inject({
      url: `/api/${name}?q=${name}`,
      headers: { 'user-agent': PERSON_TEXT.replace(/[^ -~]/g, '') },
    });
    await http.inject({ url: '/api/%zz' });
    await http.inject({
      method: 'POST',
      url: '/api/sample/send',
      ...upload([{ name: PERSON_TEXT, content: Buffer.from('x') }]),
    });
    const log = logged.join('');
    expect(logged.length).toBeGreaterThanOrEqual(3);
    expect(log).toContain('/api/sample/ask/:dataDate');
    expect(log).not.toMatch(/Nguyễn|Ánh|Nguy%|\d{9}|CCCD/);
  });
});

describe('security', () => {
  test('every answer has a strict policy with a nonce of its own, and the page carries it', async () => {
    const http = await server();
    const [first, second] = [await http.inject('/thang'), await http.inject('/thang')];
    const policy = String(first.headers['content-security-policy']);
    const nonce = /script-src 'self' 'nonce-([^']+)'/.exec(policy)?.[1];
    expect(nonce).toBeDefined();
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|\*/);
    expect(first.body).toContain(`<script nonce="${nonce}"`);
    expect(first.body).toMatch(/<link nonce="[^"]+" rel="stylesheet"/);
    expect(second.headers['content-security-policy']).not.toBe(policy);
    expect(first.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
    });
  });

  test('HSTS is sent behind TLS only', async () => {
    const overTls = await server({ transport: { kind: 'proxied', proxies: ['127.0.0.1'] } });
    expect((await overTls.inject('/')).headers['strict-transport-security']).toBe('max-age=31536000');
    expect((await (await server()).inject('/')).headers).not.toHaveProperty('strict-transport-security');
  });

  const origins = ['https://evil.example', 'http://localhost:81', 'null', 'http://127.0.0.1'];
  test.each(origins)('a foreign origin %s is refused on every unsafe route, known or not', async (origin) => {
    const http = await server();
    const unsafe = routes.implementations.map((one) => one.operation).filter((one) => one.method !== 'GET');
    for (const path of [...unsafe.map((one) => `/api${one.path}`), '/api/nothing', '/'])
      for (const headers of [{ origin }, { origin: 'http://localhost', 'sec-fetch-site': 'cross-site' }]) {
        const answer = await http.inject({
          method: 'POST',
          url: path,
          headers: { host: 'localhost', ...signedIn, ...headers },
        });
        expect([path, answer.statusCode, answer.json().refused]).toEqual([path, 403, 'foreignOrigin']);
      }
  });

  test('the own origin passes, and so does a program that sends none', async () => {
    const http = await server();
    for (const headers of [{ host: 'localhost:8080', origin: 'http://localhost:8080' }, {}]) {
      const answer = await http.inject({
        method: 'POST',
        url: '/api/sample/count',
        headers,
        payload: { key: JSON.stringify(headers) },
      });
      expect(answer.statusCode).toBe(409);
    }
  });
});

describe('desk, health, metrics', () => {
  test('hashed files are kept for a year, others and the page are asked for again', async () => {
    const http = await server();
    const cacheOf = async (url: string) => (await http.inject(url)).headers['cache-control'];
    expect(await cacheOf('/assets/desk-1a2b.js')).toBe('public, max-age=31536000, immutable');
    expect(await cacheOf('/favicon.svg')).toBe('no-cache');
    for (const page of ['/', '/index.html', '/danh-sach/no-qua-han?date=2026-10-31'])
      expect([page, await cacheOf(page)]).toEqual([page, 'no-store']);
    expect((await http.inject('/assets/gone-9z.js')).statusCode).toBe(404);
    expect((await http.inject('/assets/..%2f..%2fpackage.json')).statusCode).toBe(404);
  });

  test('an unknown address below /api is a refusal, not the page', async () => {
    const http = await server();
    for (const method of ['GET', 'POST'] as const) {
      const answer = await http.inject({ method, url: '/api/nothing' });
      expect([answer.statusCode, answer.json().refused]).toEqual([404, 'notFound']);
    }
  });

  test('an unbuilt desk says what to do', async () => {
    const answer = await (await server({ deskFolder: '/nowhere' })).inject('/');
    expect([answer.statusCode, answer.body]).toEqual([503, expect.stringContaining('npm run build')]);
  });

  test('health tells of a database that answers and is migrated', async () => {
    const http = await server();
    expect((await http.inject('/api/health')).json()).toEqual({
      status: 'ok',
      database: 'reachable',
      migrations: 'current',
    });
    await database.owner.query(
      `update public.giaoban_migration set checksum = 'x' || checksum where number = 1`,
    );
    const behind = await http.inject('/api/health');
    await database.owner.query(
      `update public.giaoban_migration set checksum = substr(checksum, 2) where number = 1`,
    );
    expect([behind.statusCode, behind.json().migrations]).toEqual([503, 'behind']);
  });

  test('metrics are for this machine only, and count requests by route pattern', async () => {
    const http = await server();
    await http.inject('/api/sample/ask/2026-10-31?amountVnd=1');
    const headers = { host: 'localhost:8080' };
    const own = await http.inject({ url: '/metrics', headers });
    expect(own.body).toContain('route="/api/sample/ask/:dataDate",status="200"');
    for (const request of [
      { url: '/metrics', headers, remoteAddress: '10.0.0.1' },
      { url: '/metrics', headers: { ...headers, 'x-forwarded-for': '10.0.0.1' } },
      { url: '/metrics', headers: { host: 'evil.example' } },
    ])
      expect((await http.inject(request)).statusCode).toBe(404);
  });
});
