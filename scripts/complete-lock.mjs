// Completes package-lock.json after `npm install` where the registry does not carry the packages of other systems:
// npm then leaves them out, and `npm ci` refuses the file. Their versions are those that their parents name.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { missingOptional } from './parts/install.mjs';
import { ROOT } from './parts/project.mjs';

const file = join(ROOT, 'package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8'));
const missing = missingOptional(lock.packages);
for (const { name, version, dev } of missing) {
  const base = name.split('/').at(-1);
  lock.packages[`node_modules/${name}`] = {
    version,
    ...systemOf(base),
    ...(dev ? { dev: true } : {}),
    optional: true,
  };
}
const sorted = Object.entries(lock.packages).toSorted(([a], [b]) => (a < b ? -1 : 1));
writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`);
process.stdout.write(`${missing.length} added\n`);

/** Such packages are named after their system, which keeps npm from fetching them elsewhere. */
function systemOf(name) {
  const systems = [
    'aix',
    'android',
    'darwin',
    'freebsd',
    'linux',
    'netbsd',
    'openbsd',
    'openharmony',
    'sunos',
    'win32',
  ];
  const processors = [
    'arm64',
    'arm',
    'ia32',
    'loong64',
    'mips64el',
    'ppc64',
    'riscv64',
    's390x',
    'x64',
    'wasm32',
  ];
  const os = systems.find((system) => name.includes(system));
  const cpu = processors.find((processor) => name.includes(processor));
  if (cpu === 'wasm32') return { cpu: ['wasm32'] };
  const libc = name.endsWith('musl')
    ? { libc: ['musl'] }
    : name.endsWith('gnu') && os === 'linux'
      ? { libc: ['glibc'] }
      : {};
  return { ...(os ? { os: [os] } : {}), ...(cpu ? { cpu: [cpu] } : {}), ...libc };
}
