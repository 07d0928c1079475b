import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../kernel/dates.ts';
import { beginInstallation, findInstallation } from './installation.ts';
import { type TestDatabase, testDatabase } from './testing/database.ts';
import { testPlatform } from './testing/platform.ts';

describe('what a start finds', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.close());

  it('is a demo to be gone on with from the very transaction that begins it', async () => {
    const { platform } = testPlatform(database.app);
    expect(await findInstallation(platform)).toBe('new');
    await beginInstallation(platform, { demoDay: day('2026-11-03') });
    expect(await findInstallation(platform)).toBe('demoUnfinished');
  });
});
