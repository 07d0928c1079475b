import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HttpOptions } from './server.ts';
import { sampleRoutes } from './testing/sample-routes.ts';
import { sampleServers, signedIn } from './testing/sample-servers.ts';

let samples: Awaited<ReturnType<typeof sampleServers>>;
const server = (options: Partial<HttpOptions> = {}) => samples.server(options);

beforeAll(async () => {
  samples = await sampleServers();
});
afterAll(() => samples.close());

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

  const behindProxy = (proxies: readonly string[]) => server({ transport: { kind: 'proxied', proxies } });

  test('behind a proxy only that proxy and this machine are answered', async () => {
    const http = await behindProxy(['10.0.0.5', '10.1.0.0/16', 'fd00::/8']);
    const statusFrom = async (remoteAddress: string) =>
      (await http.inject({ url: '/api/health', remoteAddress })).statusCode;
    for (const known of ['10.0.0.5', '::ffff:10.0.0.5', '10.1.255.1', 'fd00::1', '127.0.0.1', '::1'])
      expect([known, await statusFrom(known)]).toEqual([known, 200]);
    for (const other of ['10.0.0.6', '10.2.0.1', '192.168.1.7', 'fe80::1', '::ffff:192.168.1.7'])
      expect([other, await statusFrom(other)]).toEqual([other, 403]);
    const refused = await http.inject({ url: '/api/health', remoteAddress: '10.0.0.6' });
    expect(refused.json()).toMatchObject({
      refused: 'notEncrypted',
      message: expect.stringContaining('https://'),
    });
  });

  test('who came to the proxy in the open is sent to https; what would change something is refused', async () => {
    const http = await behindProxy(['10.0.0.5']);
    const ask = (method: 'GET' | 'POST', url: string, proto: string) =>
      http.inject({
        ...{ method, url, remoteAddress: '10.0.0.5' },
        headers: {
          host: 'giaoban.vn',
          'x-forwarded-proto': proto,
          'x-forwarded-for': '1.2.3.4',
          ...signedIn,
        },
      });
    const sent = await ask('GET', '/thang?xa=540101', 'http');
    expect([sent.statusCode, sent.headers.location]).toEqual([308, 'https://giaoban.vn/thang?xa=540101']);
    expect((await ask('POST', '/api/sample/count', 'http')).json().refused).toBe('notEncrypted');
    expect((await ask('GET', '/thang', 'https')).statusCode).toBe(200);
  });

  test('the word of a proxy that was not named on who asks is not taken', async () => {
    const http = await server({ rateLimit: { perSecond: 1, burst: 1 } });
    const ask = (forwarded: string) =>
      http.inject({ url: '/api/health', headers: { 'x-forwarded-for': forwarded } });
    expect([(await ask('1.1.1.1')).statusCode, (await ask('2.2.2.2')).statusCode]).toEqual([200, 429]);
  });

  const origins = ['https://evil.example', 'http://localhost:81', 'null', 'http://127.0.0.1'];
  test.each(origins)('a foreign origin %s is refused on every unsafe route, known or not', async (origin) => {
    const http = await server();
    const unsafe = sampleRoutes.implementations
      .map((one) => one.operation)
      .filter((one) => one.method !== 'GET');
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

  test('HEAD is answered as GET is: pages, files, what is below /api, and what is not there', async () => {
    const http = await server();
    const paths = ['/', '/danh-sach/no-qua-han?date=2026-10-31', '/assets/desk-1a2b.js', '/api/health'];
    const told = async (method: 'GET' | 'HEAD', url: string) => {
      const { statusCode, headers } = await http.inject({ method, url });
      return [url, statusCode, headers['content-type'], headers['cache-control']];
    };
    for (const url of [...paths, '/assets/gone-9z.js', '/api/nothing'])
      expect(await told('HEAD', url)).toEqual(await told('GET', url));
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
    await samples.database.owner.query(
      `update public.giaoban_migration set checksum = 'x' || checksum where number = 1`,
    );
    const behind = await http.inject('/api/health');
    await samples.database.owner.query(
      `update public.giaoban_migration set checksum = substr(checksum, 2) where number = 1`,
    );
    expect([behind.statusCode, behind.json().migrations]).toEqual([503, 'behind']);
  });

  test('metrics count what was refused, by operation and code', async () => {
    const http = await server();
    await http.inject('/api/sample/ask/no-day?amountVnd=1');
    const { body } = await http.inject({ url: '/metrics', headers: { host: 'localhost:8080' } });
    expect(body).toMatch(/giaoban_refusals_total\{operation="sample\.\w+",code="inputInvalid"\} 1/);
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
