import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Finding, filesBelow, type Guard } from './finding.ts';
import { MODULE_ROWS, modulesBelow } from './module-rows.ts';

const MIGRATION = /^src\/(?:platform\/db|modules\/([a-z]+)\/db)\/migrations\/(\d{4})-[^/]+\.sql$/;
const SCHEMAS = ['platform', ...MODULE_ROWS.flat()];
const TABLE = String.raw`(?:only\s+)?([a-z_]+)\.([a-z_]+)`;
const WRITES = new RegExp(
  String.raw`\b(?:insert\s+into|update|delete\s+from|truncate(?:\s+table)?|(?:create|drop|alter|comment\s+on)\s+(?:or\s+replace\s+)?(?:table|view|function|column|index|policy)(?:\s+if\s+(?:not\s+)?exists)?|create\s+(?:unique\s+)?index\s+[a-z_]+\s+on|(?:grant|revoke)\b[^;]*?\bon(?:\s+table)?)\s+${TABLE}`,
  'g',
);
const READS = new RegExp(String.raw`\b(?:from|join|references|using)\s+${TABLE}`, 'g');
/** Whoever migrates is bound by row-level security, and sees a table whole only between these two. */
const FORCE = /^alter\s+table\s+([a-z_]+)\.([a-z_]+)\s+(no\s+)?force\s+row\s+level\s+security$/;

const DROPPED = /^drop\s+table\s+([a-z_]+\.[a-z_]+)$/;

/** Released before this was a rule, and never changed (docs/adr/0023-borders-of-migrations.md). */
const RELEASED: Readonly<Record<string, string>> = {
  '0150': 'extracts, which lies below, read which versions of the portfolio its batches had become',
  '0170': 'programmes, which lies below, read which data dates the portfolio had published',
  '0327': 'governance handed what reports had told as checked down to the portfolio',
  '0371': 'governance wrote into waiting mails of the platform to whose office they go',
};

/**
 * A migration changes its own schema only, and reads those that its module may call: what another's table must become is a migration of
 * that module. Where it sees another's table whole, it sets the row-level security back that it lifted.
 */
export const migrationBorders: Guard = {
  name: 'migration-borders',
  check: (root) =>
    filesBelow(root, 'src', /\.sql$/).flatMap((file) => {
      const [, module = 'platform', number = ''] = MIGRATION.exec(file) ?? [];
      if (number === '' || Object.hasOwn(RELEASED, number)) return [];
      const statements = statementsOf(readFileSync(join(root, file), 'utf8'));
      return [
        ...statements.flatMap((statement) => breaches(statement, { file, module })),
        ...leftOpen(statements, file),
      ];
    }),
};

type Statement = { readonly text: string; readonly line: number };
type Of = { readonly file: string; readonly module: string };

/** Each ends with a semicolon at the end of a line; comments are left out. */
function statementsOf(sql: string): Statement[] {
  const statements: Statement[] = [];
  let text = '';
  let line = 0;
  for (const [i, whole] of sql.split('\n').entries()) {
    const part = whole.replace(/--.*$/, '').trim();
    if (text === '') line = i + 1;
    text = `${text} ${part}`.trim();
    if (!part.endsWith(';')) continue;
    statements.push({ text: text.slice(0, -1).toLowerCase(), line });
    text = '';
  }
  return statements;
}

function breaches({ text, line }: Statement, { file, module }: Of): Finding[] {
  const mayRead = [module, 'platform', ...(module === 'platform' ? [] : modulesBelow(module))];
  const force = FORCE.exec(text);
  const named = (pattern: RegExp) =>
    [...text.matchAll(pattern)].map(([, schema = '', table = '']) => ({ schema, table }));
  const written = force ? [] : named(WRITES).filter(({ schema }) => schema !== module);
  const read = [...named(READS), ...(force ? [{ schema: force[1] ?? '', table: force[2] ?? '' }] : [])];
  return [
    ...written.map(({ schema, table }) =>
      finding(
        file,
        line,
        `${schema}.${table} is not of ${module}: what it must become is a migration of ${schema}`,
      ),
    ),
    ...read
      .filter((one) => SCHEMAS.includes(one.schema) && !mayRead.includes(one.schema))
      .filter((one) => !written.some(({ schema, table }) => schema === one.schema && table === one.table))
      .map(({ schema, table }) => finding(file, line, `${schema}.${table} lies above ${module}`)),
  ];
}

/** The tables whose row-level security was lifted and not set back. */
function leftOpen(statements: readonly Statement[], file: string): Finding[] {
  const lifted = new Map<string, number>();
  for (const { text, line } of statements) {
    const [, dropped] = DROPPED.exec(text) ?? [];
    if (dropped !== undefined) lifted.delete(dropped);
    const [, schema, table, no] = FORCE.exec(text) ?? [];
    if (table === undefined) continue;
    if (no === undefined) lifted.delete(`${schema}.${table}`);
    else lifted.set(`${schema}.${table}`, line);
  }
  return [...lifted].map(([table, line]) =>
    finding(file, line, `the row-level security of ${table} is lifted and not set back`),
  );
}

function finding(file: string, line: number, message: string): Finding {
  return { guard: 'migration-borders', file, line, message };
}
