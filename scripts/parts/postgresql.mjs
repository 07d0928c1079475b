import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { installOnDebian } from './debian.mjs';

const DEBIAN = '/usr/lib/postgresql';
const OLDEST = 15;

/**
 * The programs of a PostgreSQL server of the system, the oldest that the product supports: for the tests against an
 * existing server. One that is installed, or, as root on Debian, installed now.
 */
export function findPostgresServer() {
  return (
    installedPostgres() ??
    (installOnDebian(['postgresql'], 'the tests against an existing server')
      ? installedPostgres()
      : undefined)
  );
}

/** One that is installed; `POSTGRES_BIN` names the folder of another's programs. */
export function installedPostgres() {
  if (process.env.POSTGRES_BIN) return process.env.POSTGRES_BIN;
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).map(Number) : [];
  return versions
    .filter((version) => version >= OLDEST)
    .toSorted((a, b) => a - b)
    .map((version) => join(DEBIAN, String(version), 'bin'))
    .find((folder) => existsSync(join(folder, 'postgres')));
}
