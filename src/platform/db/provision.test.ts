import type pg from 'pg';
import { describe, expect, test } from 'vitest';
import { checkServerVersion } from './provision.ts';

describe('the version of an existing server', () => {
  /** A server that is too old cannot be had here: what it answers stands in for it. */
  const answering = (number: number, name: string) =>
    ({ query: async () => ({ rows: [{ number, name }] }) }) as unknown as pg.Client;

  test('older than 15 is refused, by name; 15 is not', async () => {
    await expect(checkServerVersion(answering(140_020, '14.20'))).rejects.toThrow(
      'Máy chủ chạy PostgreSQL 14.20; cần bản 15 trở lên',
    );
    await expect(checkServerVersion(answering(150_000, '15.0'))).resolves.toBeUndefined();
  });
});
