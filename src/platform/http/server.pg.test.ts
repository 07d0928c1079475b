import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callOperation } from '../../kernel/client.ts';
import { day } from '../../kernel/dates.ts';
import { injected } from '../testing/http.ts';
import type { HttpOptions } from './server.ts';
import { ask, change, countFailure, keep, PERSON_TEXT } from './testing/sample-routes.ts';
import { sampleServers, signedIn } from './testing/sample-servers.ts';

let samples: Awaited<ReturnType<typeof sampleServers>>;
const server = (options: Partial<HttpOptions> = {}) => samples.server(options);

beforeAll(async () => {
  samples = await sampleServers();
});
afterAll(() => samples.close());

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

  test('a question with a name that it does not have is refused, not answered as if it were not there', async () => {
    const http = await server();
    const asked = '/api/sample/ask/2026-10-31?amountVnd=5';
    expect((await http.inject(asked)).statusCode).toBe(200);
    const answer = await http.inject(`${asked}&communeCode=540102`);
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ refused: 'inputInvalid', data: { where: 'communeCode' } });
    const number = await http.inject(`${asked}&038187001234=1`);
    expect([number.statusCode, number.body.includes('038187001234')]).toEqual([400, false]);
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
    const input = { id: samples.platform.newId(), amountVnd: 1n, text: 'đóng' };
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
    const input = { id: samples.platform.newId(), amountVnd: 1n, text: 'a' };
    for (const headers of [{}, { cookie: '__Host-giaoban=bad' }] as Record<string, string>[])
      expect(await callOperation(injected(http, headers), change, input)).toMatchObject({
        refused: 'notSignedIn',
      });
  });

  test('a refusal that is to be kept keeps what was written', async () => {
    expect(await callOperation(injected(await server()), countFailure, { key: 'kept' })).toMatchObject({
      ok: false,
    });
    const { rows } = await samples.database.owner.query(
      `select key from identity.sign_in_attempt where key = 'kept'`,
    );
    expect(rows).toHaveLength(1);
  });

  test('an answer that breaks the contract is a defect and changes nothing', async () => {
    const result = await callOperation(injected(await server()), countFailure, { key: 'broken' });
    expect(result).toMatchObject({ refused: 'defect', status: 500 });
    const { rows } = await samples.database.owner.query(
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
      samples.logged.length = 0;
      const answer = await http.inject(`/api/sample/fail/${how}?fullName=${encodeURIComponent(PERSON_TEXT)}`);
      const body = answer.json();
      expect(answer.statusCode).toBe(500);
      expect(Object.keys(body).sort()).toEqual(['data', 'message', 'reference', 'refused']);
      expect(body.message).toContain(body.reference);
      expect(answer.body).not.toMatch(/ at |\.ts|Ánh|038187001234/);
      const log = samples.logged.join('');
      expect(JSON.parse(samples.logged[0] ?? '')).toMatchObject({ msg: 'defect', reference: body.reference });
      expect(log).toMatch(/\.ts:\d+:\d+/);
      expect(log).not.toMatch(/Nguyễn|Ánh|\d{9}/);
    },
  );

  test('an undeclared refusal is answered in production', async () => {
    const answer = await (await server({ isProduction: true })).inject('/api/sample/fail/undeclared');
    expect(answer.statusCode).toBe(409);
  });

  test.each([
    [false, 500, 'defect'],
    [true, 409, 'undeclared'],
  ])(
    'so is one of the files, before anything is begun; production: %s',
    async (isProduction, status, refused) => {
      const files = upload([{ name: 'a', content: Buffer.from('x') }]);
      const http = await server({ isProduction });
      for (const url of ['/api/sample/send-looked-at', '/api/sample/send-looked-at?limit=1']) {
        const answer = await http.inject({ method: 'POST', url, ...files });
        expect([answer.statusCode, answer.json().refused]).toEqual([status, refused]);
      }
    },
  );

  test('requests leave their route pattern in the log, none of their values', async () => {
    const http = await server();
    samples.logged.length = 0;
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
    const log = samples.logged.join('');
    expect(samples.logged.length).toBeGreaterThanOrEqual(3);
    expect(log).toContain('/api/sample/ask/:dataDate');
    expect(log).not.toMatch(/Nguyễn|Ánh|Nguy%|\d{9}|CCCD/);
  });
});
