import { basename } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { typeErrors } from './compiled.ts';

describe('what the compiler guards', () => {
  const PURE = ['pure-node.ts', 'pure-dom.ts'];
  const WHOLE = ['no-permission.ts', 'refusal-without-text.ts'];
  /** What each sample is told, by its name. */
  const errors = new Map<string, string>();
  // One program for all samples of a project: each reads the half of it that they import.
  beforeAll(() => {
    for (const [project, samples] of [
      ['tsconfig.pure.json', PURE],
      ['tsconfig.json', WHOLE],
    ] as const) {
      const files = samples.map((sample) => `guards/samples/compiled/${sample}`);
      for (const { file, message } of typeErrors('.', project, files))
        errors.set(basename(file), `${errors.get(basename(file)) ?? ''}${message} `);
    }
  }, 60_000);

  it('pure code has no Node', () => {
    expect(errors.get('pure-node.ts')).toContain('process');
  });

  it('pure code has no DOM', () => {
    expect(errors.get('pure-dom.ts')).toContain('document');
  });

  it('a route has a permission', () => {
    expect(errors.get('no-permission.ts')).toContain('permission');
  });

  it('a refusal code has a sentence', () => {
    expect(errors.get('refusal-without-text.ts')).toContain('hasNoText');
  });
});
