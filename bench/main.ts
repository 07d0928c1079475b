import { parseArgs } from 'node:util';
import { measureCommit } from './commit-figures.ts';
import { openBenchServer } from './databases.ts';
import { measureDocuments } from './document-figures.ts';
import { openBook } from './figures.ts';
import { measureFirstLoad } from './first-load-figure.ts';
import { measureImport } from './import-figures.ts';
import { progress } from './measuring.ts';
import { measureOffices } from './office-figures.ts';
import { measurePages } from './page-figures.ts';
import { measureStart } from './start-figures.ts';

const ON_SERVER = ['import', 'commit', 'pages', 'offices'];
const PARTS = ['bundle', 'start', 'documents', ...ON_SERVER];

const { values } = parseArgs({ options: { quick: { type: 'boolean' }, only: { type: 'string' } } });
const asked = values.only?.split(',') ?? PARTS;
const unknown = asked.filter((part) => !PARTS.includes(part));
if (unknown.length > 0) throw new Error(`${unknown.join(', ')}: the parts are ${PARTS.join(', ')}`);
const wants = (part: string) => asked.includes(part);

const book = openBook();
if (wants('bundle')) measureFirstLoad(book);
if (wants('start')) await measureStart(book);
if (wants('documents')) await measureDocuments(book);
if (ON_SERVER.some(wants)) await measureOnServer();
process.exit(book.close() ? 0 : 1);

/** The parts stand on each other: what is published here is what the pages show. */
async function measureOnServer(): Promise<void> {
  progress('starting a database');
  const server = await openBenchServer();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void server.close().finally(() => process.exit(1)));
  try {
    const batchId = await measureImport(server, book);
    await measureCommit(server, book, batchId);
    if (wants('pages')) await measurePages(server, book);
    if (wants('offices')) await measureOffices(server, book, values.quick ? [1, 10] : [1, 10, 100]);
  } finally {
    await server.close();
  }
}
