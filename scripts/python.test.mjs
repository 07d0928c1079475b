import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hasPython } from './parts/python.mjs';

describe('python3', () => {
  const path = process.env.PATH;
  let folder;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'giaoban-path-'));
    process.env.PATH = folder;
  });

  afterEach(() => {
    process.env.PATH = path;
    rmSync(folder, { recursive: true });
  });

  const program = (name, lines) =>
    writeFileSync(join(folder, name), ['#!/bin/sh', ...lines, ''].join('\n'), { mode: 0o755 });

  test('that is installed is found', () => {
    program('python3', []);
    expect(hasPython()).toBe(true);
  });

  test('that is not there and cannot be installed is not', () => {
    expect(hasPython()).toBe(false);
  });

  test('is installed by root on Debian', () => {
    const python = join(folder, 'python3');
    program('apt-get', [
      `case "$*" in install*python3) printf '#!/bin/sh\\n' > ${python}; /bin/chmod 755 ${python};; esac`,
    ]);
    expect(hasPython()).toBe(process.getuid?.() === 0);
  });
});
