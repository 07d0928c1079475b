import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach } from 'vitest';
import { day } from '../../../kernel/dates.ts';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts';
import { givenOffice, type TestOffice } from './given-office.ts';

/** The extracts of a whole office, without faults. */
export const CLEAN = fileURLToPath(new URL('./extracts/clean', import.meta.url));
/** The same office with faults in its files. */
export const DIRTY = fileURLToPath(new URL('./extracts/dirty', import.meta.url));
/** The earlier of the two dates of the extracts. */
export const SEPTEMBER = day('2026-09-30');
/** The later one. */
export const OCTOBER = day('2026-10-31');

/**
 * An office before its first import, in a database of its own for each test of the file.
 *
 * @returns what asks for the office of the running test
 */
export function officeOfEachTest(): () => TestOffice {
  let database: TestDatabase | undefined;
  let office: TestOffice;
  beforeEach(async () => {
    await database?.close();
    database = await testDatabase();
    office = await givenOffice(database);
  });
  afterAll(() => database?.close());
  return () => office;
}
