import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { day } from '../src/kernel/dates.ts';
import type { Id } from '../src/kernel/ids.ts';
import { bankFiles } from '../src/modules/extracts/testing/bank-files.ts';
import { insertAccount } from '../src/modules/identity/db/accounts.ts';
import { insertAssignment } from '../src/modules/identity/db/assignments.ts';
import { insertSession } from '../src/modules/identity/db/sessions.ts';
import { createOffice } from '../src/modules/registry/index.ts';
import { NO_SCOPE } from '../src/platform/db/scope.ts';
import { type OpenPlatform, openPlatform } from '../src/platform/open-platform.ts';
import { PROJECT_ROOT } from '../src/platform/project.ts';
import { readSettings } from '../src/platform/settings.ts';
import { holdStatement } from '../src/platform/testing/hold-statement.ts';
import { endProduct, type Run, startProduct } from './product-process.ts';

/**
 * The server's process is killed outright in the middle of its two long transactions. Nobody's work is half done:
 * what was being read is read by the next process, what was being published was not.
 */
const PORT = 18_241;
const TOKEN = 'token-of-the-officer';
const bank = bankFiles({ loans: 1_600, communes: 3 });

let dataDir: string;
let server: Run;
/** The test's own place at the same database: it keeps PostgreSQL running when the server is killed. */
let open: OpenPlatform;
/** Sees everything, past the policies. */
let superuser: pg.Client;

const startServer = async () => {
  server = startProduct({ cwd: PROJECT_ROOT, port: PORT, environment: { GIAOBAN_DATA_DIR: dataDir } });
  await server.line;
};

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'giaoban bị ngắt '));
  chmodSync(dataDir, 0o755);
  await startServer();
  open = await openPlatform(readSettings({ GIAOBAN_DATA_DIR: dataDir }));
  const passwords = JSON.parse(readFileSync(join(dataDir, 'postgresql/passwords.json'), 'utf8'));
  superuser = new pg.Client({ ...open.owner, user: 'postgres', password: passwords.superuser });
  await superuser.connect();
  await addOfficer();
}, 240_000);

afterAll(async () => {
  await endProduct(server);
  await superuser?.end();
  await open?.close();
  rmSync(dataDir, { recursive: true });
});

/** A credit officer of the files' office, signed in with both factors. */
async function addOfficer(): Promise<void> {
  const { database, clock, newId } = open.platform;
  const [officeId, userId, assignmentId] = [newId(), newId(), newId()];
  await database.write({ ...NO_SCOPE, system: true }, async (tx) => {
    await createOffice(tx, { officeId, bankCode: '004820', branchCode: null, name: 'PGD mẫu' });
    const account = { id: userId, fullName: 'Cán bộ mẫu', login: 'canbo', phone: null, passwordHash: null };
    await insertAccount(tx, { ...account, isSample: true, createdAt: clock.now() });
    await insertAssignment(tx, userId, {
      ...{ id: assignmentId, role: 'creditOfficer', officeId, communeId: null, branchCode: null },
      ...{ associationCode: null, villageCode: null, groupCode: null },
      ...{ validFrom: day('2020-01-01'), validTo: null, decidedBy: null },
    });
    const session = { id: newId(), token: TOKEN, userId, assignmentId, awaitsSecondFactor: false };
    await insertSession(tx, { ...session, at: clock.now() });
  });
  await see("update identity.user_account set totp_secret = 'JBSWY3DPEHPK3PXP', totp_confirmed_at = now()");
}

/** Past all policies. */
const see = async (question: string): Promise<unknown[]> => (await superuser.query(question)).rows;

const api = (path: string, init: RequestInit = {}) =>
  fetch(`http://127.0.0.1:${PORT}/api${path}`, {
    ...init,
    headers: { cookie: `__Host-giaoban=${TOKEN}`, ...init.headers },
  });

const answerOf = async <T>(response: Response): Promise<T> => {
  expect(response.status, await response.clone().text()).toBe(200);
  return (await response.json()) as T;
};

describe('a server that is killed', () => {
  let batchId: Id;

  const batch = async () => answerOf<{ state: string; jobId: Id }>(await api(`/extracts/batches/${batchId}`));

  test('in the middle of reading: nothing is kept, the next one reads it to its end', async () => {
    const held = await holdStatement(superuser, { table: 'extracts.batch_file', statement: 'update' });
    const form = new FormData();
    for (const { name, content } of bank.files) form.append('files', new Blob([content]), name);
    ({ batchId } = await answerOf<{ batchId: Id }>(
      await api('/extracts/batches', { method: 'POST', body: form }),
    ));
    await expect.poll(held.isWaiting, { timeout: 60_000 }).toBe(true);
    const { jobId, state } = await batch();
    expect(state).toBe('reading');
    const job = await answerOf<{ state: string; message: string }>(await api(`/jobs/${jobId}`));
    expect(job).toMatchObject({ state: 'running', message: expect.stringContaining('xếp dòng') });
    await endProduct(server, 'SIGKILL');
    await held.release();
    await expect.poll(othersAtWork).toBe(0);
    expect(await see(`select state from extracts.batch`)).toEqual([{ state: 'reading' }]);
    for (const table of ['staged_area', 'staged_loan', 'fault'])
      expect(await see(`select 1 from extracts.${table}`), table).toEqual([]);
    await startServer();
    await expect.poll(async () => (await batch()).state, { timeout: 60_000, interval: 250 }).toBe('ready');
    expect(await answerOf(await api(`/jobs/${jobId}`))).toMatchObject({ state: 'done' });
    expect(await see('select attempts from platform.job')).toEqual([{ attempts: 2 }]);
  });

  test('in the middle of publishing: wholly undone, and published by the next one from its beginning', async () => {
    const held = await holdStatement(superuser, { table: 'portfolio.list_entry', statement: 'insert' });
    const { jobId } = await answerOf<{ jobId: Id }>(
      await api(`/portfolio/imports/${batchId}/publication`, { method: 'POST' }),
    );
    await expect.poll(held.isWaiting, { timeout: 60_000 }).toBe(true);
    expect(await batch()).toMatchObject({ state: 'publishing', publishJobId: jobId });
    expect(await answerOf(await api(`/jobs/${jobId}`))).toMatchObject({ state: 'running', total: 9 });
    await endProduct(server, 'SIGKILL');
    await held.release();
    await expect.poll(othersAtWork).toBe(0);
    for (const table of [
      "registry.area where kind <> 'province'",
      'registry.person',
      'portfolio.position',
      'portfolio.data_version',
    ])
      expect(await see(`select 1 from ${table}`), table).toEqual([]);
    await startServer();
    await expect
      .poll(async () => (await batch()).state, { timeout: 60_000, interval: 250 })
      .toBe('published');
    expect(await answerOf(await api(`/jobs/${jobId}`))).toMatchObject({ state: 'done' });
    expect(await see(`select attempts from platform.job where id = '${jobId}'`)).toEqual([{ attempts: 2 }]);
    expect(await see('select number from portfolio.data_version')).toEqual([{ number: 1 }]);
    const loans = await see('select 1 from portfolio.position where outstanding_vnd > 0');
    expect(loans).toHaveLength(bank.truth.office.loans);
  });
});

/** Transactions of others: a dead server's ends when its statement does. */
async function othersAtWork(): Promise<number> {
  const { rowCount } = await superuser.query(
    `select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null
       and backend_type = 'client backend'`,
  );
  return rowCount ?? 0;
}
