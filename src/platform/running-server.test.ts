import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { noteRunningServer, siteAddressBeside } from './running-server.ts';
import { readSettings } from './settings.ts';

/** Above every process that a system gives a number. */
const NO_PROCESS = 2 ** 30;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'giaoban-máy-chủ-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const settingsOf = (environment: Record<string, string> = {}) =>
  readSettings({ GIAOBAN_DATA_DIR: folder, ...environment });

test('a command beside a running server tells that address, afterwards its own', async () => {
  expect(siteAddressBeside(settingsOf())).toBe('http://localhost:8080');
  const forget = noteRunningServer(settingsOf({ PORT: '8471' }));
  expect(siteAddressBeside(settingsOf())).toBe('http://localhost:8471');
  await forget();
  expect(siteAddressBeside(settingsOf())).toBe('http://localhost:8080');
});

test('where the server itself does not know how people come to it, the command does not guess', () => {
  noteRunningServer({ ...settingsOf(), transport: { kind: 'proxied', proxies: ['10.0.0.1'] } });
  expect(siteAddressBeside(settingsOf())).toBeNull();
});

test.each([
  ['of a process that is no more', JSON.stringify({ pid: NO_PROCESS, address: 'http://localhost:8471' })],
  ['that is half written', '{"pid": 1'],
  ['without a process', '{}'],
  ['that is no note', 'null'],
])('a note %s counts for nothing', (_, text) => {
  writeFileSync(join(folder, 'running-server.json'), text);
  expect(siteAddressBeside(settingsOf())).toBe('http://localhost:8080');
});

test('a server takes away its own note, not that of one that started after it', async () => {
  const forget = noteRunningServer(settingsOf({ PORT: '8471' }));
  const other = JSON.stringify({ pid: process.ppid, address: 'http://localhost:8472' });
  writeFileSync(join(folder, 'running-server.json'), other);
  await forget();
  expect(siteAddressBeside(settingsOf())).toBe('http://localhost:8472');
});
