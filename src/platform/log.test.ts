import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { fixedClock } from './clock.ts';
import { createLogger, describeError } from './log.ts';

const PERSON = 'Nguyễn Thị Ánh, CCCD 038187001234, điện thoại 0912 345 678';

function logging(level = 'info') {
  const lines: string[] = [];
  const destination = { write: (line: string) => void lines.push(line) };
  return { lines, logger: createLogger(fixedClock('2026-11-03T02:00:00Z'), { level, destination }) };
}

/** An error as PostgreSQL's driver throws it: it quotes values in its message and detail. */
class DatabaseError extends Error {
  override readonly name = 'error';
  readonly code = '23505';
  readonly constraint = 'person_customer_code';
  readonly detail = `Key (full_name)=(${PERSON}) already exists.`;
}

describe('the log', () => {
  test('holds a line of JSON with level, time of the clock and text', () => {
    const { lines, logger } = logging();
    logger.info({ task: 'extracts.readBatch' }, 'job done');
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      level: 'info',
      time: '2026-11-03T02:00:00.000Z',
      task: 'extracts.readBatch',
      msg: 'job done',
    });
  });

  test.each([
    ['as the entry', (error: Error) => [error]],
    ['in the entry', (error: Error) => [{ err: error }, 'failed']],
    ['as the cause of another', (error: Error) => [{ err: new Error(PERSON, { cause: error }) }, 'failed']],
    ['under another name', (error: Error) => [{ error }, 'failed']],
  ])('has an error %s by type, code and places, without what it quotes', (_, entry) => {
    const { lines, logger } = logging();
    const forged = `${PERSON}\n    at ${PERSON} (/home/0912345678.ts:1:1)`;
    logger.error(...(entry(new DatabaseError(forged)) as [object]));
    expect(lines[0]).toContain('23505');
    expect(lines[0]).toContain('person_customer_code');
    expect(lines[0]).toContain('log.test.ts');
    expect(lines[0]).not.toMatch(/Nguyễn|Ánh|already|\d{9}|345 678/);
  });

  test('strikes long digit runs out of texts, numbers and lists at any depth, and leaves short ones', () => {
    const { lines, logger } = logging();
    const entry = {
      phone: '0912.345.678',
      loan: 6600000123456789n,
      rows: 25_926,
      deep: { list: ['x 038187001234 y'] },
    };
    logger.warn(entry, 'contract 6600000123456789 of 2026-10-31');
    const { phone, loan, rows, deep, msg } = JSON.parse(lines[0] ?? '');
    expect({ phone, loan, rows, deep, msg }).toEqual({
      phone: '#',
      loan: '#',
      rows: 25_926,
      deep: { list: ['x # y'] },
      msg: 'contract # of 2026-10-31',
    });
  });

  test('has a request by method and route pattern, never by address or headers', () => {
    const { lines, logger } = logging();
    const request = { method: 'GET', url: `/api/people?name=${PERSON}`, headers: { cookie: PERSON } };
    logger.info(
      { req: { ...request, routeOptions: { url: '/api/people' } }, res: { statusCode: 200, body: PERSON } },
      'x',
    );
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      req: { method: 'GET', route: '/api/people' },
      res: { status: 200 },
    });
    expect(lines[0]).not.toMatch(/Nguyễn|038187/);
  });

  test('a problem zod found in our own output is told by place and kind', () => {
    const { error } = z
      .object({ rows: z.array(z.object({ amount: z.int() })) })
      .safeParse({ rows: [{ amount: PERSON }] });
    expect(describeError(error)).toMatchObject({
      type: 'ZodError',
      issues: ['rows.[].amount: invalid_type'],
    });
  });

  test('what is thrown and is no error leaves its type', () => {
    expect(describeError(PERSON)).toEqual({ type: 'string' });
  });
});
