import type { DatabaseAddress } from './database.ts';

/** The owner's way into an existing PostgreSQL. `ssl` is handed to the driver as it is. */
export type DatabaseUrl = DatabaseAddress & {
  readonly ssl: false | { readonly rejectUnauthorized: true };
};

/** None, or encrypted with the server's certificate checked; a private authority is named by NODE_EXTRA_CA_CERTS. */
const SSL_MODES: Readonly<Record<string, DatabaseUrl['ssl']>> = {
  disable: false,
  require: { rejectUnauthorized: true },
  'verify-full': { rejectUnauthorized: true },
};

/** Reads `postgres://user:password@host:port/database?sslmode=…`; `undefined` when it is not of this form. */
export function parseDatabaseUrl(text: string): DatabaseUrl | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !['postgres:', 'postgresql:'].includes(url.protocol)) return undefined;
  const ssl = SSL_MODES[url.searchParams.get('sslmode') ?? 'disable'];
  const hasOtherOptions = [...url.searchParams.keys()].some((name) => name !== 'sslmode');
  if (url.hostname === '' || url.username === '' || ssl === undefined || hasOtherOptions) return undefined;
  try {
    return {
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port: Number(url.port || 5432),
      database: decodeURIComponent(url.pathname.slice(1)) || 'giaoban',
      user: decodeURIComponent(url.username),
      password: decodeURIComponent(url.password),
      ssl,
    };
  } catch {
    return undefined;
  }
}
