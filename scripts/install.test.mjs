import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isInstalled, missingOptional } from './parts/install.mjs';
import { ROOT } from './parts/project.mjs';

const LOCK = {
  '': { name: 'product' },
  'node_modules/a': { version: '1.0.0', optionalDependencies: { 'a-linux': '1.0.0', 'a-sunos': '1.0.0' } },
  'node_modules/a-linux': { version: '1.0.0', optional: true },
  'node_modules/a-sunos': { version: '1.0.0', optional: true },
};

describe('what npm installed', () => {
  let root;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'giaoban-'));
    mkdirSync(join(root, 'node_modules'));
    writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: LOCK }));
  });

  afterEach(() => rmSync(root, { recursive: true }));

  const record = (packages) =>
    writeFileSync(join(root, 'node_modules/.package-lock.json'), JSON.stringify({ packages }));

  test('agrees with the lock file when only packages of other systems are absent', () => {
    record({ 'node_modules/a': { version: '1.0.0' }, 'node_modules/a-linux': { version: '1.0.0' } });
    expect(isInstalled(root)).toBe(true);
  });

  test('is not there without npm’s record: the installation was interrupted', () => {
    expect(isInstalled(root)).toBe(false);
  });

  test('is out of date when a version differs or a package is absent', () => {
    record({ 'node_modules/a': { version: '0.9.0' } });
    expect(isInstalled(root)).toBe(false);
    record({ 'node_modules/a-linux': { version: '1.0.0' } });
    expect(isInstalled(root)).toBe(false);
    record({ 'node_modules/a': { version: '1.0.0' }, 'node_modules/a-linux': { version: '0.9.0' } });
    expect(isInstalled(root)).toBe(false);
  });
});

describe('the lock file', () => {
  test('has an entry for every optional package it names; otherwise node scripts/complete-lock.mjs', () => {
    const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
    expect(missingOptional(packages)).toEqual([]);
  });

  test('is incomplete when one is missing', () => {
    const { 'node_modules/a-sunos': _, ...rest } = LOCK;
    expect(missingOptional(rest)).toEqual([{ name: 'a-sunos', version: '1.0.0', dev: false }]);
  });
});
