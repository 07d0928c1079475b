import { describe, expect, test } from 'vitest';
import { type Environment, readSettings } from './settings.ts';

const problemOf = (environment: Environment): string => {
  try {
    readSettings(environment);
  } catch (error) {
    return (error as Error).message;
  }
  return '';
};

describe('settings', () => {
  test('without any: the loopback, port 8080, the embedded database in the project, with the demo', () => {
    const settings = readSettings({ PATH: '/bin', PORT: '' });
    expect(settings).toMatchObject({
      host: '127.0.0.1',
      port: 8080,
      databaseUrl: null,
      hasDemo: true,
      hasDemoMail: false,
      pool: { connections: 10, limits: { connectMs: 5_000, statementMs: 120_000, idleMs: 60_000 } },
      transport: { kind: 'plain' },
    });
    expect(settings.dataDir).toMatch(/\/\.giaoban$/);
  });

  test.each([
    ['PORT', '80a'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '8080.5'],
    ['PORT', '1e3'],
    ['HOST', 'http://giaoban'],
    ['HOST', '0.0.0.0:8080'],
    ['HOST', '-máy'],
    ['DATABASE_URL', 'mysql://a:b@c/d'],
    ['DATABASE_URL', 'postgres://máy'],
    ['DATABASE_URL', 'postgres://a:b@c/d?sslmode=maybe'],
    ['DATABASE_URL', 'postgres://a:b@c/d?sslmode=prefer'],
    ['DATABASE_URL', 'postgres://a:b@c/d?sslmode=no-verify'],
    ['DATABASE_URL', 'postgres://a:b@c/d?options=x'],
    ['DATABASE_URL', 'postgres://a:%zz@c/d'],
    ['DATABASE_URL', 'postgres://c/d'],
    ['GIAOBAN_DEMO', 'yes'],
    ['GIAOBAN_DEMO', '2'],
    ['GIAOBAN_DEMO_MAIL', 'yes'],
    ['GIAOBAN_PROXY', 'nginx'],
    ['GIAOBAN_PROXY', '10.0.0.0/33'],
    ['GIAOBAN_PROXY', 'fd00::/129'],
    ['GIAOBAN_PROXY', '10.0.0.5,'],
    ['GIAOBAN_CONNECTIONS', '0'],
    ['GIAOBAN_CONNECTIONS', '501'],
    ['GIAOBAN_CONNECT_SECONDS', '1.5'],
    ['GIAOBAN_STATEMENT_SECONDS', '3601'],
    ['GIAOBAN_IDLE_SECONDS', '-1'],
    ['GIAOBAN_SMTP_HOST', 'smtp://vbsp.vn'],
    ['GIAOBAN_SMTP_PORT', '0'],
    ['GIAOBAN_SMTP_PORT', '65536'],
    ['GIAOBAN_SMTP_FROM', 'Giao ban <giaoban@vbsp.vn>'],
    ['GIAOBAN_MAIL_LINK', 'giaoban.vbsp.vn'],
    ['GIAOBAN_MAIL_LINK', 'https://giaoban.vbsp.vn/viec'],
    ['GIAOBAN_MAIL_LINK', 'https://a:b@giaoban.vbsp.vn'],
    ['GIAOBAN_CLAMD', 'clamav'],
    ['GIAOBAN_CLAMD', '127.0.0.1:0'],
    ['GIAOBAN_CLAMD', '127.0.0.1:70000'],
    ['LOG_LEVEL', 'loud'],
    ['LOG_LEVEL', 'INFO'],
  ])('malformed %s=%s is named', (name, value) => {
    expect(problemOf({ [name]: value })).toContain(`${name} chưa đúng: cần`);
  });

  test('an unknown name of our own is a misspelling; names of others are none of our business', () => {
    expect(problemOf({ GIAOBAN_DATADIR: '/x' })).toContain('GIAOBAN_DATADIR: không có cài đặt này');
    expect(problemOf({ DATA_DIR: '/x', NODE_ENV: 'production' })).toBe('');
  });

  test('all problems are named at once, and no value is repeated: it may hold a password', () => {
    const problem = problemOf({ PORT: 'x', DATABASE_URL: 'postgres://:secret@' });
    expect(problem).toContain('PORT');
    expect(problem).toContain('DATABASE_URL');
    expect(problem).not.toContain('secret');
  });

  test('an address beyond the loopback needs a certificate with its key, or a proxy that is named', () => {
    expect(problemOf({ HOST: '0.0.0.0' })).toContain('chưa có mã hóa');
    expect(problemOf({ HOST: '0.0.0.0', GIAOBAN_TLS_CERT: 'a.pem' })).toContain('phải có cả hai');
    expect(problemOf({ HOST: '0.0.0.0', GIAOBAN_TLS_CERT: 'a.pem', GIAOBAN_TLS_KEY: 'b.pem' })).toBe('');
    expect(readSettings({ HOST: '0.0.0.0', GIAOBAN_PROXY: '10.0.0.5, 10.1.0.0/16' }).transport).toEqual({
      kind: 'proxied',
      proxies: ['10.0.0.5', '10.1.0.0/16'],
    });
    expect(problemOf({ HOST: '::1' })).toBe('');
    expect(problemOf({ GIAOBAN_TLS_KEY: 'b.pem' })).toContain('phải có cả hai');
    expect(
      problemOf({ GIAOBAN_TLS_CERT: 'a.pem', GIAOBAN_TLS_KEY: 'b.pem', GIAOBAN_PROXY: '10.0.0.5' }),
    ).toContain('Chỉ đặt một');
  });

  test('a database address is taken apart, its marks decoded', () => {
    const { databaseUrl } = readSettings({
      DATABASE_URL: 'postgresql://chu:m%40t@db.noi-bo/giao?sslmode=verify-full',
    });
    expect(databaseUrl).toEqual({
      host: 'db.noi-bo',
      port: 5432,
      database: 'giao',
      user: 'chu',
      password: 'm@t',
      ssl: { rejectUnauthorized: true },
    });
  });

  test('the mail server: none, or whole, with its password here or in a file', () => {
    expect(readSettings({}).mail).toBeNull();
    const server = { GIAOBAN_SMTP_HOST: 'smtp.vbsp.vn', GIAOBAN_SMTP_FROM: 'giaoban@vbsp.vn' };
    expect(readSettings(server).mail).toEqual({
      ...{ host: 'smtp.vbsp.vn', port: 587, from: 'giaoban@vbsp.vn', account: null, link: null },
    });
    const linked = { ...server, GIAOBAN_MAIL_LINK: 'https://giaoban.vbsp.vn/' };
    expect(readSettings(linked).mail?.link).toBe('https://giaoban.vbsp.vn');
    const user = { ...server, GIAOBAN_SMTP_USER: 'giaoban' };
    expect(readSettings({ ...user, GIAOBAN_SMTP_PASSWORD: 'kín' }).mail?.account).toEqual({
      ...{ user: 'giaoban', password: 'kín' },
    });
    expect(readSettings({ ...user, GIAOBAN_SMTP_PASSWORD_FILE: '/run/kin' }).mail?.account).toEqual({
      ...{ user: 'giaoban', passwordFile: '/run/kin' },
    });
    expect(problemOf(user)).toContain('phải có cả hai');
    expect(problemOf({ ...server, GIAOBAN_SMTP_PASSWORD: 'kín' })).toContain('phải có cả hai');
    expect(
      problemOf({ ...user, GIAOBAN_SMTP_PASSWORD: 'kín', GIAOBAN_SMTP_PASSWORD_FILE: '/run/kin' }),
    ).toContain('Chỉ đặt một');
    expect(problemOf({ GIAOBAN_SMTP_PORT: '25' })).toMatch(/GIAOBAN_SMTP_HOST[\s\S]*GIAOBAN_SMTP_FROM/);
    expect(problemOf({ ...server, GIAOBAN_SMTP_TLS: '1' })).toContain('không có cài đặt này');
  });
});
