import { parseArgs } from 'node:util';
import { measureCommit } from './commit-figures.ts';
import { type BenchServer, FIRST, openBenchServer } from './databases.ts';
import { measureDocuments } from './document-figures.ts';
import { measureExports } from './export-figures.ts';
import { openBook } from './figures.ts';
import { measureFirstLoad } from './first-load-figure.ts';
import { measureHostile } from './hostile-figures.ts';
import { measureImport } from './import-figures.ts';
import { measureKeystroke } from './keystroke-figures.ts';
import { progress } from './measuring.ts';
import { addMeetings } from './meetings.ts';
import { measureOffices } from './office-figures.ts';
import { measurePages } from './page-figures.ts';
import { measurePapers } from './paper-figures.ts';
import { publishMonth, publishMonthBefore, readMonth } from './prepare-office.ts';
import { measureSeen } from './seen-figures.ts';
import { measureStart } from './start-figures.ts';
import { removeLeftovers } from './temporary-folder.ts';

const ON_SERVER = ['import', 'commit', 'pages', 'exports', 'papers', 'offices'];
const PARTS = ['bundle', 'start', 'documents', 'hostile', 'keystroke', 'seen', ...ON_SERVER];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean' } },
});
const asked = positionals.length === 0 ? PARTS : positionals;
const unknown = asked.filter((part) => !PARTS.includes(part));
if (unknown.length > 0) throw new Error(`${unknown.join(', ')}: the parts are ${PARTS.join(', ')}`);
const wants = (...parts: string[]) => parts.some((part) => asked.includes(part));

await removeLeftovers();
const book = openBook();
if (wants('bundle')) measureFirstLoad(book);
if (wants('start')) await measureStart(book);
if (wants('documents')) await measureDocuments(book);
if (wants('hostile')) await measureHostile(book);
if (wants('keystroke', 'seen')) await onServer(measureMeetings);
if (wants(...ON_SERVER)) await onServer(measureParts);
process.exit(book.close() ? 0 : 1);

async function onServer(measure: (server: BenchServer) => Promise<void>): Promise<void> {
  progress('starting a database');
  const server = await openBenchServer();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void server.close().finally(() => process.exit(1)));
  try {
    await measure(server);
  } finally {
    await server.close();
  }
}

/** Measures what people feel of a meeting, before anything is published: it has no figures then. */
async function measureMeetings(server: BenchServer): Promise<void> {
  const meetings = await addMeetings(server);
  if (wants('keystroke')) await measureKeystroke(server, book, meetings);
  if (wants('seen')) await measureSeen(server, book, meetings);
}

/** The parts stand on each other: what is published here is what the pages show. What is not asked for is done once, unmeasured. */
async function measureParts(server: BenchServer): Promise<void> {
  const first = server.addressOf(FIRST);
  await publishMonthBefore(first);
  const batchId = wants('import') ? await measureImport(server, book) : await readMonth(first);
  if (wants('commit')) await measureCommit(server, book, batchId);
  else if (wants('pages', 'exports', 'papers', 'offices')) await publishMonth(first, batchId);
  if (wants('pages')) await measurePages(server, book);
  if (wants('exports')) await measureExports(server, book);
  if (wants('papers')) await measurePapers(server, book);
  if (wants('offices')) await measureOffices(server, book, values.quick ? [10] : [10, 100]);
}
