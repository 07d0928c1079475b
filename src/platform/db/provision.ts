import { createHmac } from 'node:crypto';
import pg from 'pg';
import { errorCode, StartProblem } from '../start-problem.ts';
import type { DatabaseAddress } from './database.ts';

/** The role the application connects as: it owns nothing and row-level security binds it. Migrations name it. */
export const APP_ROLE = 'giaoban_app';

const OLDEST_VERSION = 150_000;

const UNKNOWN_DATABASE = '3D000';
/** SQLSTATE codes and system errors that a person can do something about. */
const CONNECTION_PROBLEMS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'máy chủ không nhận kết nối ở địa chỉ và cổng này',
  ENOTFOUND: 'không tìm thấy tên máy này',
  ETIMEDOUT: 'máy chủ không trả lời',
  EHOSTUNREACH: 'không có đường tới máy chủ',
  '28P01': 'tài khoản hoặc mật khẩu không đúng',
  '28000': 'máy chủ không cho tài khoản này kết nối từ máy đang chạy',
  '53300': 'máy chủ đã hết chỗ kết nối',
};

/** Of an encrypted connection: what is wrong with the server's certificate, by the codes of Node and OpenSSL. */
const UNKNOWN_AUTHORITY =
  'chứng thư của máy chủ do một nơi chưa biết cấp; đặt NODE_EXTRA_CA_CERTS là tệp chứng thư của nơi cấp';
const CERTIFICATE_PROBLEMS: Readonly<Record<string, string>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: UNKNOWN_AUTHORITY,
  SELF_SIGNED_CERT_IN_CHAIN: UNKNOWN_AUTHORITY,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNKNOWN_AUTHORITY,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: UNKNOWN_AUTHORITY,
  CERT_HAS_EXPIRED: 'chứng thư của máy chủ đã hết hạn',
  ERR_TLS_CERT_ALTNAME_INVALID: 'chứng thư của máy chủ không mang tên máy này',
};
/** The driver gives this refusal no code. */
const NO_ENCRYPTION = 'The server does not support SSL connections';

/** Connects as the owner. @throws StartProblem; a database that is not there is never made: its name may be mistyped */
export async function connectOwner(owner: DatabaseAddress): Promise<pg.Client> {
  try {
    return await connectClient(owner);
  } catch (error) {
    throw errorCode(error) === UNKNOWN_DATABASE
      ? missingDatabase(owner, error)
      : connectionProblem(owner, error);
  }
}

function missingDatabase({ host, port, user, database }: DatabaseAddress, cause: unknown): StartProblem {
  const words = ['createdb', '-h', host, '-p', String(port), '-O', user, database];
  return new StartProblem(
    `Máy chủ ${host}:${port} không có cơ sở dữ liệu ${database} (DATABASE_URL); chưa có gì được tạo hay ghi. Xem lại tên ở cuối DATABASE_URL. Nếu muốn lập cơ sở dữ liệu mới, tạo nó trước bằng tài khoản có quyền: ${words.map(shellWord).join(' ')}`,
    { cause },
  );
}

/** A word as a shell takes it whole: the sentence's command is there to be copied. */
function shellWord(word: string): string {
  return /^[\w.:-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/** @throws StartProblem when the server is older than PostgreSQL 15 */
export async function checkServerVersion(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ number: number; name: string }>(
    `select current_setting('server_version_num')::int4 as number, current_setting('server_version') as name`,
  );
  const [version] = rows;
  if (version && version.number >= OLDEST_VERSION) return;
  throw new StartProblem(`Máy chủ chạy PostgreSQL ${version?.name}; cần bản 15 trở lên (nên dùng 18).`);
}

/**
 * Makes sure that the application's role exists and can sign in. Its password is derived from the owner's secret, so
 * that all processes with the same settings agree without telling each other.
 *
 * @param owner an open connection with the right to make roles, where the role is missing
 * @returns the application's address
 * @throws StartProblem when the role cannot be made, or could go round row-level security
 */
export async function provisionApplication(
  owner: pg.Client,
  address: DatabaseAddress,
  secret: string,
): Promise<DatabaseAddress> {
  const password = createHmac('sha256', secret).update(APP_ROLE).digest('base64url');
  const application = { ...address, user: APP_ROLE, password };
  if (!(await canSignIn(application))) await setRole(owner, password);
  await checkRole(owner);
  return application;
}

async function setRole(owner: pg.Client, password: string): Promise<void> {
  const { rowCount } = await owner.query('select from pg_roles where rolname = $1', [APP_ROLE]);
  const verb = rowCount === 0 ? 'create' : 'alter';
  try {
    await owner.query(`${verb} role ${APP_ROLE} login password ${pg.escapeLiteral(password)}`);
  } catch (error) {
    throw new StartProblem(
      `Không ${verb === 'create' ? 'tạo' : 'đặt mật khẩu'} được tài khoản ${APP_ROLE} của chương trình. Nhờ người quản trị máy chủ chạy: alter role ${owner.user} createrole; nếu ${APP_ROLE} đã có: grant ${APP_ROLE} to ${owner.user} with admin option.`,
      { cause: error },
    );
  }
}

/** Row-level security is worth nothing to a role that goes round it. */
async function checkRole(owner: pg.Client): Promise<void> {
  const { rowCount } = await owner.query(
    `select from pg_roles where rolname = $1 and (rolsuper or rolbypassrls
       or oid = (select datdba from pg_database where datname = current_database()))`,
    [APP_ROLE],
  );
  if (rowCount === 0) return;
  throw new StartProblem(
    `Tài khoản ${APP_ROLE} có quyền vượt qua phân quyền theo dòng. Nhờ người quản trị máy chủ chạy: alter role ${APP_ROLE} nosuperuser nobypassrls; và không để tài khoản này sở hữu cơ sở dữ liệu.`,
  );
}

async function canSignIn(application: DatabaseAddress): Promise<boolean> {
  try {
    const client = await connectClient(application);
    await client.end();
    return true;
  } catch {
    return false;
  }
}

async function connectClient(address: DatabaseAddress): Promise<pg.Client> {
  const client = new pg.Client({ ...address, application_name: 'giaoban', connectionTimeoutMillis: 15_000 });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

function problemOf(error: unknown): string | undefined {
  if (error instanceof Error && error.message === NO_ENCRYPTION)
    return 'máy chủ không mã hóa kết nối mà sslmode lại đòi; bật mã hóa ở máy chủ, hoặc sslmode=disable nếu ở cùng máy';
  const code = errorCode(error) ?? '';
  return CONNECTION_PROBLEMS[code] ?? CERTIFICATE_PROBLEMS[code];
}

function connectionProblem(owner: DatabaseAddress, error: unknown): unknown {
  const why = problemOf(error);
  if (why === undefined) return error;
  return new StartProblem(
    `Không kết nối được PostgreSQL ở ${owner.host}:${owner.port} (DATABASE_URL): ${why}.`,
    {
      cause: error,
    },
  );
}
