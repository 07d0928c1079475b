import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Operation } from '../../src/kernel/contract.ts';
import { ROLES, type Role } from '../../src/kernel/role.ts';
import { PROJECT_ROOT } from '../../src/platform/project.ts';
import { NEVER_ACCEPTED } from './never-accepted.ts';
import { ASSIGNMENTS, type Seat } from './places.ts';

/** A column of the table: nobody signed in, somebody without an office, or a role. */
export type Column = 'nobody' | 'noOffice' | Role;

/** Whoever asks: a column, or one of a role's other places. */
export type Asker = Column | Seat;

const COLUMNS: readonly Column[] = ['nobody', 'noOffice', ...(Object.keys(ROLES) as Role[])];

/** Everybody who can ask. */
export const ASKERS: readonly Asker[] = ['nobody', 'noOffice', ...(Object.keys(ASSIGNMENTS) as Seat[])];

/** The column that says what the asker may. */
export const columnOf = (asker: Asker): Column =>
  asker === 'nobody' || asker === 'noOffice' ? asker : ASSIGNMENTS[asker].role;

/** What a cell says: refused, allowed for oneself or everybody, or allowed as far as that. */
export type Cell =
  | '-'
  | 'self'
  | 'all'
  | 'system'
  | 'office'
  | 'commune'
  | 'association'
  | 'village'
  | 'group';

const PATH = join(PROJECT_ROOT, 'tests/access/policy-table.md');

const HEAD = `# Who may call what

Every operation of the product with every role. This file is reviewed: a change of a permission in code without its change here fails
the tests, and the access test expects what stands here. Written by \`npx tsx tests/access/write-policy-table.ts\`.

\`-\` refused · \`all\` anybody, signed in or not · \`self\` anybody signed in, for themselves · \`system\` what is nobody's personal data ·
\`office\` the communes of the transaction office or branch · \`commune\` one commune · \`association\`, \`village\`, \`group\` that part of one commune

A reader (\`committeeReader\`) of one commune has its column for that commune alone, and not \`portfolio.showOfficeMonth\`.
`;

const NEVER_HEAD = `
## Accepted from nobody in the access test

Every other operation is accepted from somebody there at least once, so that its refusals to others mean something.
`;

const TITLES: Readonly<Record<'nobody' | 'noOffice', string>> = {
  nobody: 'not signed in',
  noOffice: 'no office held',
};

/** The cell that an operation's declared permission gives. */
export function cellOf({ permission }: Operation, asker: Column): Cell {
  if (permission === 'anyone') return 'all';
  if (asker === 'nobody') return '-';
  if (permission === 'signedIn') return 'self';
  return asker === 'noOffice' ? '-' : (permission.reach[asker] ?? '-');
}

/** The table as the code declares it. */
export function renderPolicyTable(operations: readonly Operation[]): string {
  const titles = COLUMNS.map((asker) => (asker === 'nobody' || asker === 'noOffice' ? TITLES[asker] : asker));
  const rows = operations.map((operation) => [
    operation.name,
    `${operation.method} ${operation.path}`,
    ...COLUMNS.map((asker) => cellOf(operation, asker)),
  ]);
  const [head, ...body] = padded([['Operation', 'Route', ...titles], ...rows]);
  const line = (cells: readonly string[] = []) => `| ${cells.join(' | ')} |`;
  const rule = head?.map((cell) => '-'.repeat(cell.length));
  const never = Object.entries(NEVER_ACCEPTED).map(([name, reason]) => `- ${name}: ${reason}`);
  return `${[HEAD, line(head), line(rule), ...body.map(line), NEVER_HEAD, ...never].join('\n')}\n`;
}

/** Cells of one column made equally wide, so that the file reads as a table. */
function padded(rows: readonly (readonly string[])[]): string[][] {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)));
}

/** The committed table. */
export function readPolicyTable(): string {
  return readFileSync(PATH, 'utf8');
}

/** Replaces the committed table; then look at the difference. */
export function writePolicyTable(table: string): void {
  writeFileSync(PATH, table);
}

/** What the committed table expects of each operation, by name. */
export function expectations(table: string): Map<string, Readonly<Record<Column, Cell>>> {
  const rows = table.split('\n').filter((line) => /^\| [a-z]+\.\w+ +\|/.test(line));
  return new Map(
    rows.map((row) => {
      const [name = '', , ...cells] = row
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim());
      const byColumn = COLUMNS.map((column, i) => [column, cells[i]]);
      return [name, Object.fromEntries(byColumn) as Record<Column, Cell>];
    }),
  );
}
