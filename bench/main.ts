import { parseArgs } from 'node:util';
import { measureCommit } from './commit-figures.ts';
import { openBenchServer } from './databases.ts';
import { openBook } from './figures.ts';
import { measureFirstLoad } from './first-load-figure.ts';
import { measureImport } from './import-figures.ts';
import { progress } from './measuring.ts';
import { measurePages } from './page-figures.ts';

const PARTS = ['bundle', 'import', 'commit', 'pages'] as const;

const { values } = parseArgs({ options: { quick: { type: 'boolean' }, only: { type: 'string' } } });
const asked = values.only?.split(',') ?? PARTS;
const wants = (...parts: (typeof PARTS)[number][]) => parts.some((part) => asked.includes(part));

const book = openBook();
if (wants('bundle')) measureFirstLoad(book);
if (wants('import', 'commit', 'pages')) await measureOnServer();
process.exit(book.close() ? 0 : 1);

async function measureOnServer(): Promise<void> {
  progress('starting a database');
  const server = await openBenchServer();
  try {
    const batchId = await measureImport(server, book);
    if (wants('commit', 'pages')) await measureCommit(server, book, batchId);
    if (wants('pages')) await measurePages(server, book);
  } finally {
    await server.close();
  }
}
