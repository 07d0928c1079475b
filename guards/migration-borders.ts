import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Finding, filesBelow, type Guard } from './finding.ts';
import { MODULE_ROWS, modulesBelow } from './module-rows.ts';

const MIGRATION = /^src\/(?:platform\/db|modules\/([a-z]+)\/db)\/migrations\/(\d{4})-[^/]+\.sql$/;
const SCHEMAS = ['platform', ...MODULE_ROWS.flat()];
/** Any name of another's, wherever it stands: what is not known to be read counts as written. */
const NAMED = new RegExp(String.raw`\b(${SCHEMAS.join('|')})\.([a-z_%]+)(\s*\()?`, 'g');
/** What stands before a table that is read, and before a call of a function. */
const BEFORE_READ = /(?:^|[\s(])(?:(?<!\bdelete\s+)from|join|references|using)\s+(?:only\s+)?$/;
const BEFORE_CALL =
  /(?:[(,=]|\b(?:select|where|and|or|not|default|when|then|else|perform|execute\s+function))\s*$/;
/** Statements that change whatever they name; `from` and a bracket stand in them too. */
const CHANGES = /^(?:drop|truncate|grant|revoke|comment|create\s+statistics)\b/;
/** A table given to a function that changes it by its name. */
const GIVEN = /\b([a-z_.]+)\s*\(\s*'([a-z_]+)\.([a-z_]+)'/g;
/** Words before a bracket with texts that are no arguments of a function. */
const NO_FUNCTION = ['in', 'any', 'all', 'values'];
const OF_SCHEMA = /\bschema\s+(?:if\s+(?:not\s+)?exists\s+)?([a-z_]+)/g;
const PATH = /\bsearch_path\s*(?:=|to)\s*(?:(?:pg_catalog|pg_temp)\s*,?\s*)*([a-z_]+)/g;
/** A name that a statement put together while it runs gets only then, without its schema before it. */
const PLACED = /(?<!\b[a-z_]+\.)%(?:\d+\$)?[is]\b/;
/** Whoever migrates is bound by row-level security, and sees a table whole only between these two. */
const FORCE = /^alter\s+table\s+([a-z_]+)\.([a-z_]+)\s+(?:no\s+)?force\s+row\s+level\s+security$/;
const ALTERED = /^alter\s+table\s+(?:if\s+exists\s+)?(?:only\s+)?([a-z_]+\.[a-z_]+)\s/;
const SECURITY = /\b(no\s+force|force|disable|enable)\s+row\s+level\s+security\b/g;

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

/** Each ends with a semicolon at the end of a line, the last also with the file; comments and quotes of names are left out. */
function statementsOf(sql: string): Statement[] {
  const statements: Statement[] = [];
  let text = '';
  let line = 0;
  const lines = withoutComments(sql).split('\n');
  for (const [i, whole] of lines.entries()) {
    const part = whole.trim();
    if (text === '') line = i + 1;
    text = `${text} ${part}`.trim();
    const isLast = i === lines.length - 1;
    if (text === '' || !(part.endsWith(';') || isLast)) continue;
    const named = text.replace(/;$/, '').toLowerCase().replaceAll('"', '');
    statements.push({ text: named.replaceAll(/\s*\.\s*(?=[a-z_%])/g, '.'), line });
    text = '';
  }
  return statements;
}

function withoutComments(sql: string): string {
  return sql.replaceAll(/'(?:[^']|'')*'|--.*|\/\*[\s\S]*?\*\//g, (part) =>
    part.startsWith("'") ? part : part.replaceAll(/[^\n]/g, ''),
  );
}

/** Texts are no names, but where they are the body of a function or are put together to be executed. */
function withoutTexts(statement: string): string {
  return statement.replaceAll(/(\b(?:as|execute|format\s*\()\s*)?'((?:[^']|'')*)'/g, (_, before, text) =>
    before === undefined ? "''" : `${before} ${text} `,
  );
}

type Named = { readonly schema: string; readonly table: string };

function breaches({ text, line }: Statement, { file, module }: Of): Finding[] {
  const mayRead = [module, 'platform', ...(module === 'platform' ? [] : modulesBelow(module))];
  const { written, read } = namedIn(text, module);
  return [
    ...written.map(({ schema, table }) =>
      finding(
        file,
        line,
        `${schema}.${table} is not of ${module}: what it must become is a migration of ${schema}; what is read stands behind from, join, using or references`,
      ),
    ),
    ...read
      .filter(({ schema }) => !mayRead.includes(schema))
      .filter((one) => !written.some(({ schema, table }) => schema === one.schema && table === one.table))
      .map(({ schema, table }) => finding(file, line, `${schema}.${table} lies above ${module}`)),
    ...(module !== 'platform' && PLACED.test(withoutTexts(text))
      ? [finding(file, line, 'which table this becomes is not seen: write its schema before the placeholder')]
      : []),
  ];
}

/** What a statement names of others' schemas, and whether it is known to be read alone. */
function namedIn(
  text: string,
  module: string,
): { readonly written: readonly Named[]; readonly read: readonly Named[] } {
  const [, lifted, table] = FORCE.exec(text) ?? [];
  if (lifted !== undefined && table !== undefined)
    return { written: [], read: lifted === module ? [] : [{ schema: lifted, table }] };
  const bare = withoutTexts(text);
  const isRead = (match: RegExpExecArray) =>
    !CHANGES.test(bare) && BEFORE_READ.test(bare.slice(0, match.index));
  // The platform's functions are made to be called; which tables they are given is looked at below.
  const isCalled = (match: RegExpExecArray) =>
    !CHANGES.test(bare) &&
    match[1] === 'platform' &&
    match[3] !== undefined &&
    BEFORE_CALL.test(bare.slice(0, match.index));
  const named = [...bare.matchAll(NAMED)].filter((match) => match[1] !== module && !isCalled(match));
  const of = ([, schema = '', name = '']: RegExpExecArray) => ({ schema, table: name });
  const given = [...text.matchAll(GIVEN)]
    .filter(([, called = '']) => !NO_FUNCTION.includes(called))
    .map(([, , schema = '', name = '']) => ({ schema, table: name }));
  const whole = [...bare.matchAll(OF_SCHEMA), ...bare.matchAll(PATH)].map(([, schema = '']) => ({
    ...{ schema, table: '*' },
  }));
  const ofOthers = ({ schema }: Named) => SCHEMAS.includes(schema) && schema !== module;
  return {
    written: [...named.filter((match) => !isRead(match)).map(of), ...[...given, ...whole].filter(ofOthers)],
    read: named.filter(isRead).map(of),
  };
}

/** The tables whose row-level security was lifted and not set back. */
function leftOpen(statements: readonly Statement[], file: string): Finding[] {
  const lifted = new Map<string, number>();
  for (const { text, line } of statements) {
    const [, dropped] = DROPPED.exec(text) ?? [];
    if (dropped !== undefined) for (const how of ['force', 'enable']) lifted.delete(`${how} ${dropped}`);
    const [, table] = ALTERED.exec(text) ?? [];
    for (const [, change = ''] of table === undefined ? [] : text.matchAll(SECURITY)) {
      const how = change.endsWith('force') ? 'force' : 'enable';
      if (change === how) lifted.delete(`${how} ${table}`);
      else lifted.set(`${how} ${table}`, line);
    }
  }
  return [...lifted].map(([key, line]) =>
    finding(file, line, `the row-level security of ${key.split(' ')[1]} is lifted and not set back`),
  );
}

function finding(file: string, line: number, message: string): Finding {
  return { guard: 'migration-borders', file, line, message };
}
