import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { count, date, vnd } from './contract.ts';
import { addressReader, inputProblem } from './input.ts';

const schema = z.object({
  amountVnd: vnd.optional(),
  rate: z.number().nullable().optional(),
  limit: count.default(50),
  isOpen: z.boolean().optional(),
  code: z.string().optional(),
  either: z.union([z.int(), z.string()]).optional(),
  codes: z.array(z.string()).optional(),
  amounts: z.array(vnd).optional(),
  on: date.optional(),
});
const read = addressReader(schema);

describe('values of an address', () => {
  test('texts become what the schema declares, and codes keep their leading zeros', () => {
    expect(
      read({
        amountVnd: '-12',
        rate: '6.6',
        limit: '0',
        isOpen: 'true',
        code: '0026000',
        on: '2026-10-31',
        either: '7',
      }),
    ).toEqual({
      amountVnd: -12,
      rate: 6.6,
      limit: 0,
      isOpen: true,
      code: '0026000',
      on: '2026-10-31',
      either: '7',
    });
  });

  test('a name given once or more is a list where a list is declared', () => {
    expect(read({ codes: '007', amounts: ['1', '2'] })).toEqual({ codes: ['007'], amounts: [1, 2] });
  });

  test.each([
    { limit: '' },
    { limit: ' 1' },
    { limit: '1e3' },
    { limit: '0x10' },
    { limit: 'Infinity' },
    { limit: ['1', '2'] },
    { isOpen: '1' },
    { isOpen: 'TRUE' },
    { amountVnd: '1.5' },
    { amountVnd: '9007199254740993' },
  ])('%o is left for the schema to refuse', (values) => {
    expect(z.safeDecode(schema, read(values) as never).success).toBe(false);
  });

  test('what is not declared is dropped, also names that every object has', () => {
    expect(read({ role: 'x', constructor: 'x', toString: 'x', ['__proto__']: 'x' })).toEqual({});
  });

  test('any whole amount survives the way through an address', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 53n - 1n), max: 2n ** 53n - 1n }), (amountVnd) => {
        const wire = z.encode(schema, { amountVnd, limit: 1 });
        expect(z.decode(schema, read({ amountVnd: String(wire.amountVnd) }) as never).amountVnd).toBe(
          amountVnd,
        );
      }),
    );
  });
});

describe('problems', () => {
  const problemOf = (input: unknown) =>
    z
      .safeDecode(schema.extend({ code: z.string().max(3), kind: z.enum(['a']) }), input as never, {
        error: inputProblem,
      })
      .error?.issues.map((issue) => issue.message);

  test('are told in Vietnamese and never repeat the value', () => {
    expect(problemOf({})).toEqual(['Chưa có giá trị.', expect.stringContaining('được chọn')]);
    const told = problemOf({
      code: '038187001234',
      kind: 'Nguyễn',
      limit: -1,
      isOpen: 'x',
      on: '30/02/2026',
    });
    expect(told).toHaveLength(5);
    expect(told?.join(' ')).toContain('nhiều nhất 3');
    expect(told?.join(' ')).toContain('2026-10-31');
    expect(told?.join(' ')).not.toMatch(/038187001234|Nguyễn|30\/02/);
  });
});
