import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import type { PoolLimits } from './db/database.ts';
import { type DatabaseUrl, parseDatabaseUrl } from './db/database-url.ts';
import { MAIL_SETTING_NAMES, type MailSettings, readMailSettings } from './mail/mail-settings.ts';
import { PROJECT_ROOT } from './project.ts';
import { StartProblem } from './start-problem.ts';

/** Everything that is set from outside, read once at the start. No other file reads the environment. */
export type Settings = {
  readonly port: number;
  readonly host: string;
  /** Holds what the product keeps: the embedded database, unless it lies elsewhere. */
  readonly dataDir: string;
  /** The owner's way into an existing PostgreSQL; `null`: the embedded one. */
  readonly databaseUrl: DatabaseUrl | null;
  /** True: a new data folder is filled with the demo. */
  readonly hasDemo: boolean;
  /** The connections that requests share, and how long one may keep the others waiting. */
  readonly pool: { readonly connections: number; readonly limits: PoolLimits };
  readonly transport: Transport;
  readonly logLevel: LogLevel;
  /** Null: nothing is sent by mail. */
  readonly mail: MailSettings | null;
  /** True: the demo sends mail as well, where a mail server is set. */
  readonly hasDemoMail: boolean;
  /** The virus scanner that looks at files people add; `null`: none, and files are shown as not scanned. */
  readonly scanner: ScannerAddress | null;
};

/** A ClamAV daemon: on a socket of this machine, or at an address. */
export type ScannerAddress = { readonly path: string } | { readonly host: string; readonly port: number };

/** How requests come in: plain, for this machine only; encrypted here; or encrypted by a proxy that is named. */
export type Transport =
  | { readonly kind: 'plain' }
  | { readonly kind: 'tls'; readonly certFile: string; readonly keyFile: string }
  /** Addresses or networks of the proxies, whose word on the caller's address is taken. */
  | { readonly kind: 'proxied'; readonly proxies: readonly string[] };

const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
/** How much is logged. */
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Names of ours; another name of this family is a misspelling. The last one is read by tests only. */
const OWN_NAMES = [
  'GIAOBAN_DATA_DIR',
  'GIAOBAN_DEMO',
  'GIAOBAN_TLS_CERT',
  'GIAOBAN_TLS_KEY',
  'GIAOBAN_PROXY',
  'GIAOBAN_CONNECTIONS',
  'GIAOBAN_CONNECT_SECONDS',
  'GIAOBAN_STATEMENT_SECONDS',
  'GIAOBAN_IDLE_SECONDS',
  ...MAIL_SETTING_NAMES,
  'GIAOBAN_DEMO_MAIL',
  'GIAOBAN_CLAMD',
  'GIAOBAN_TEST_SERVER',
  'GIAOBAN_TEST_RUN',
];

const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];

/** What the environment gives, as `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads and checks all settings. An empty value counts as not set.
 *
 * @throws StartProblem naming every setting that is unknown or malformed, and what it should be
 */
export function readSettings(environment: Environment): Settings {
  const problems = unknownNames(environment);
  const read: Reader = (name, parse, otherwise) => {
    const text = environment[name]?.trim();
    if (!text) return otherwise;
    const value = parse(text);
    if (value !== undefined) return value;
    problems.push(`${name} chưa đúng: ${EXPECTED[name]}.`);
    return otherwise;
  };
  const settings = {
    port: read('PORT', parsePort, 8080),
    host: read('HOST', parseHost, '127.0.0.1'),
    dataDir: read('GIAOBAN_DATA_DIR', (text) => resolve(PROJECT_ROOT, text), join(PROJECT_ROOT, '.giaoban')),
    databaseUrl: read<DatabaseUrl | null>('DATABASE_URL', parseDatabaseUrl, null),
    hasDemo: read('GIAOBAN_DEMO', parseYesNo, true),
    pool: readPool(read),
    transport: readTransport(environment, problems, read('GIAOBAN_PROXY', parseProxies, [])),
    logLevel: read('LOG_LEVEL', parseLogLevel, 'info'),
    mail: readMailSettings(environment, problems),
    hasDemoMail: read('GIAOBAN_DEMO_MAIL', parseYesNo, false),
    scanner: read<ScannerAddress | null>('GIAOBAN_CLAMD', parseScanner, null),
  };
  if (!isLoopback(settings.host) && settings.transport.kind === 'plain') problems.push(PLAIN_HTTP);
  if (problems.length > 0)
    throw new StartProblem(['Cài đặt chưa đúng, chương trình chưa chạy.', ...problems].join('\n- '));
  return settings;
}

/** True when only this machine can reach the address. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.includes(host);
}

/** What a malformed setting should have been; never quotes the value, which may hold a password. */
const EXPECTED = {
  PORT: 'cần một số nguyên từ 0 đến 65535, ví dụ 8080',
  HOST: 'cần một địa chỉ IP hoặc tên máy, ví dụ 127.0.0.1',
  GIAOBAN_DATA_DIR: 'cần đường dẫn tới một thư mục',
  DATABASE_URL:
    'cần dạng postgres://tài-khoản:mật-khẩu@máy:5432/giaoban, có thể thêm ?sslmode=require hoặc verify-full',
  GIAOBAN_DEMO: 'cần 0 (không có dữ liệu mẫu) hoặc 1',
  GIAOBAN_DEMO_MAIL: 'cần 0 (dữ liệu mẫu không gửi thư nào) hoặc 1',
  GIAOBAN_PROXY:
    'cần địa chỉ IP hoặc dải địa chỉ của máy chủ đứng trước, cách nhau bằng dấu phẩy, ví dụ 10.0.0.5',
  GIAOBAN_CONNECTIONS: 'cần số kết nối từ 1 đến 500 mà các yêu cầu dùng chung, ví dụ 10',
  GIAOBAN_CONNECT_SECONDS: 'cần số giây từ 1 đến 3600 để chờ một kết nối rảnh, ví dụ 5',
  GIAOBAN_STATEMENT_SECONDS: 'cần số giây từ 1 đến 3600 cho một câu lệnh tới cơ sở dữ liệu, ví dụ 120',
  GIAOBAN_IDLE_SECONDS: 'cần số giây từ 1 đến 3600 mà một giao dịch được để yên, ví dụ 60',
  GIAOBAN_CLAMD:
    'cần đường dẫn ổ cắm hoặc địa chỉ của ClamAV, ví dụ /run/clamav/clamd.ctl hoặc 127.0.0.1:3310',
  LOG_LEVEL: `cần một trong ${LOG_LEVELS.join(', ')}`,
} as const;

const PLAIN_HTTP =
  'HOST mở ra ngoài máy này nhưng chưa có mã hóa: đặt GIAOBAN_TLS_CERT và GIAOBAN_TLS_KEY (tệp chứng thư và khóa), hoặc GIAOBAN_PROXY (địa chỉ máy chủ mã hóa đứng trước).';

type Reader = <T>(name: keyof typeof EXPECTED, parse: (text: string) => T | undefined, otherwise: T) => T;

function unknownNames(environment: Environment): string[] {
  return Object.keys(environment)
    .filter((name) => name.startsWith('GIAOBAN_') && !OWN_NAMES.includes(name))
    .map((name) => `${name}: không có cài đặt này. Các cài đặt có là ${OWN_NAMES.slice(0, -1).join(', ')}.`);
}

function readTransport(environment: Environment, problems: string[], proxies: readonly string[]): Transport {
  const certFile = environment.GIAOBAN_TLS_CERT?.trim();
  const keyFile = environment.GIAOBAN_TLS_KEY?.trim();
  if (Boolean(certFile) !== Boolean(keyFile))
    problems.push('GIAOBAN_TLS_CERT và GIAOBAN_TLS_KEY phải có cả hai.');
  if (certFile && proxies.length > 0)
    problems.push('Chỉ đặt một: chứng thư (GIAOBAN_TLS_CERT) hoặc GIAOBAN_PROXY.');
  if (certFile && keyFile)
    return {
      kind: 'tls',
      certFile: resolve(PROJECT_ROOT, certFile),
      keyFile: resolve(PROJECT_ROOT, keyFile),
    };
  return proxies.length > 0 ? { kind: 'proxied', proxies } : { kind: 'plain' };
}

/** Jobs and the command line are not bound by the limits: what takes long is theirs. */
function readPool(read: Reader): Settings['pool'] {
  const milliseconds = (name: keyof typeof EXPECTED, otherwise: number) =>
    read(name, wholeNumberTo(MOST_SECONDS), otherwise) * 1_000;
  return {
    connections: read('GIAOBAN_CONNECTIONS', wholeNumberTo(MOST_CONNECTIONS), 10),
    limits: {
      connectMs: milliseconds('GIAOBAN_CONNECT_SECONDS', 5),
      statementMs: milliseconds('GIAOBAN_STATEMENT_SECONDS', 120),
      idleMs: milliseconds('GIAOBAN_IDLE_SECONDS', 60),
    },
  };
}

const MOST_CONNECTIONS = 500;
const MOST_SECONDS = 3_600;

function wholeNumberTo(most: number): (text: string) => number | undefined {
  return (text) => (/^[1-9]\d{0,3}$/.test(text) && Number(text) <= most ? Number(text) : undefined);
}

function parsePort(text: string): number | undefined {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : undefined;
}

function parseHost(text: string): string | undefined {
  return isIP(text) !== 0 || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(text) ? text : undefined;
}

function parseYesNo(text: string): boolean | undefined {
  if (text === '1') return true;
  return text === '0' ? false : undefined;
}

function parseLogLevel(text: string): LogLevel | undefined {
  return LOG_LEVELS.find((level) => level === text);
}

function parseScanner(text: string): ScannerAddress | undefined {
  if (text.startsWith('/')) return { path: text };
  const [, name = '', digits = ''] = /^(.+):(\d{1,5})$/.exec(text) ?? [];
  const [host, port] = [parseHost(name), parsePort(digits)];
  return host === undefined || port === undefined || port === 0 ? undefined : { host, port };
}

function parseProxies(text: string): string[] | undefined {
  const proxies = text.split(',').map((part) => part.trim());
  return proxies.every(isAddressOrNetwork) ? proxies : undefined;
}

function isAddressOrNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}
