import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DatabaseAddress } from './database.ts';
import { type OpenDatabase, openDatabase } from './open-database.ts';

let dataDir: string;
let database: OpenDatabase;

const FAST = { isDurable: false };

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'giaoban-'));
  chmodSync(dataDir, 0o755);
  database = await openDatabase({ dataDir, databaseUrl: null }, FAST);
});

afterAll(async () => {
  await database.close();
  rmSync(dataDir, { recursive: true });
});

async function ask(address: DatabaseAddress, question: string): Promise<Record<string, unknown> | undefined> {
  const client = new pg.Client(address);
  await client.connect();
  try {
    return (await client.query(question)).rows[0];
  } finally {
    await client.end();
  }
}

describe('opening the database', () => {
  test('the application is neither superuser nor owner, and row-level security binds it', async () => {
    const rights = await ask(
      database.application,
      `select rolsuper, rolbypassrls, rolcreaterole, (select count(*)::int4 from pg_class where relowner = pg_roles.oid) as owns
         from pg_roles where rolname = current_user`,
    );
    expect(rights).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, owns: 0 });
    await expect(ask(database.application, 'create table public.mine ()')).rejects.toThrow(
      'permission denied',
    );
  });

  test('the owner of the tables is not the superuser', async () => {
    expect(
      await ask(database.owner, 'select usesuper, usebypassrls from pg_user where usename = current_user'),
    ).toEqual({
      usesuper: false,
      usebypassrls: false,
    });
  });

  test('a second process finds the same roles and passwords', async () => {
    const second = await openDatabase({ dataDir, databaseUrl: null }, FAST);
    expect(second.application).toEqual(database.application);
    await second.close();
    expect(await ask(database.application, 'select 1 as one')).toEqual({ one: 1 });
  });
});

describe('an existing PostgreSQL in place of the embedded one', () => {
  const external = (change: Partial<DatabaseAddress> = {}) =>
    openDatabase({ dataDir, databaseUrl: { ...database.owner, ssl: false, ...change } });

  test('is brought to the same state by its owner', async () => {
    const other = await external();
    expect(await ask(other.application, 'select current_user as me')).toEqual({ me: 'giaoban_app' });
  });

  test('a password of the application that no longer fits is set anew', async () => {
    await ask(database.owner, `alter role giaoban_app password 'khác'`);
    const again = await external();
    expect(await ask(again.application, 'select 1 as one')).toEqual({ one: 1 });
  });

  test('one that a newer program has worked on is left as it is, the password of the application too', async () => {
    await ask(database.owner, `insert into public.giaoban_migration values (9999, '9999-later', 'sum')`);
    await ask(database.owner, `alter role giaoban_app password 'của bản mới hơn'`);
    await expect(external()).rejects.toThrow('đã qua bước 9999-later mà bản đang chạy chưa có');
    const asNewer = { ...database.application, password: 'của bản mới hơn' };
    expect(await ask(asNewer, 'select 1 as one')).toEqual({ one: 1 });
    await ask(database.owner, 'delete from public.giaoban_migration where number = 9999');
    await external();
  });

  test.each([
    ['a wrong password', { password: 'sai' }, 'tài khoản hoặc mật khẩu không đúng'],
    ['a closed port', { port: 1 }, 'không nhận kết nối'],
  ])('%s is said in Vietnamese', async (_, change, sentence) => {
    await expect(external(change)).rejects.toThrow(sentence);
  });

  test('a database that is not there is refused with what makes it, and not made: its name may be mistyped', async () => {
    const { port } = database.owner;
    await expect(external({ database: 'giaobna' })).rejects.toThrow(
      `Máy chủ 127.0.0.1:${port} không có cơ sở dữ liệu giaobna (DATABASE_URL); chưa có gì được tạo hay ghi. Xem lại tên ở cuối DATABASE_URL. Nếu muốn lập cơ sở dữ liệu mới, tạo nó trước bằng tài khoản có quyền: createdb -h 127.0.0.1 -p ${port} -O giaoban_owner giaobna`,
    );
    await expect(external({ database: 'giao bàn' })).rejects.toThrow("-O giaoban_owner 'giao bàn'");
  });
});
