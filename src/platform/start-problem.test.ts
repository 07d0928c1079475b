import { tmpdir } from 'node:os';
import { describe, expect, test } from 'vitest';
import { diskProblem, outputDiskProblem, StartProblem } from './start-problem.ts';

const here = { dataDir: tmpdir(), isElsewhere: false };
const withCode = (code: string, cause?: unknown) => Object.assign(new Error('x', { cause }), { code });

describe('a disk that has run full in the middle of work', () => {
  test.each([withCode('53100'), withCode('ENOSPC'), new Error('migration', { cause: withCode('53100') })])(
    'is told as such: %o',
    (error) => {
      const told = diskProblem(error, here);
      expect(told).toBeInstanceOf(StartProblem);
      expect((told as Error).message).toContain(`Ổ đĩa chứa ${tmpdir()} đã đầy`);
      expect((diskProblem(error, { ...here, isElsewhere: true }) as Error).message).toContain(
        'máy chủ PostgreSQL',
      );
    },
  );

  test('anything else stays what it is', () => {
    for (const error of [withCode('23505'), new Error('defect'), 'text', new StartProblem('Cổng 8080')])
      expect(diskProblem(error, here)).toBe(error);
    expect(outputDiskProblem('/d', 'initdb: error: invalid locale')).toBeUndefined();
    expect(outputDiskProblem('/d', 'could not write: No space left on device')?.message).toContain(
      '/d đã đầy',
    );
  });
});
