import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { type Paper, renderDocx, renderPdf } from '../src/modules/documents/index.ts';
import { buildMinutes } from '../src/modules/documents/testing/build-minutes.ts';
import type { Book } from './figures.ts';
import { median, progress, timed, worked } from './measuring.ts';

const GROUPS = 60;
const REPETITIONS = 30;
const QUEUE = 100;
const EDGE = 10;

/** Minutes of a large commune in both formats, then as many as a hundred communes have, one after another. */
export async function measureDocuments(book: Book): Promise<void> {
  progress(`papers: minutes of ${GROUPS} groups`);
  const first = await timed(() => renderPdf(minutes(0)));
  const pdf: number[] = [];
  const docx: number[] = [];
  for (let i = 1; i <= REPETITIONS; i++) {
    pdf.push((await timed(() => renderPdf(minutes(i)))).ms);
    docx.push((await timed(() => renderDocx(minutes(i)))).ms);
  }
  book.add({
    what: `minutes of ${GROUPS} groups as PDF, warm`,
    unit: 'ms',
    value: median(pdf),
    yardstick: { what: 'Typst, the same words in plain paragraphs', value: plainWordsMs() },
    goal: { of: 'value', atMost: 150 },
    note: `median of ${REPETITIONS}, no two alike; the first of the process ${first.ms.toFixed(0)} ms, ${first.result.pages} pages, ${kib(first.result.bytes)}`,
  });
  book.add({
    what: `minutes of ${GROUPS} groups as DOCX`,
    unit: 'ms',
    value: median(docx),
    yardstick: { what: 'the same paper as PDF, by turns', value: median(pdf) },
    goal: { of: 'value', atMost: 300 },
    note: `median of ${REPETITIONS}, no two alike; ${kib((await renderDocx(minutes(0))).bytes)}`,
  });
  await measureQueue(book);
}

async function measureQueue(book: Book): Promise<void> {
  progress(`papers: ${QUEUE} minutes in a queue`);
  const times: number[] = [];
  // Whoever else wants the processor makes a paper wait, and no paper longer to set: only its own work is counted.
  for (let i = 0; i < QUEUE; i++) times.push((await worked(() => renderPdf(minutes(1000 + i)))).ms);
  book.add({
    what: `minutes, the last of ${QUEUE} in a queue, processor time`,
    unit: 'ms',
    value: median(times.slice(-EDGE)),
    yardstick: { what: 'the first of them', value: median(times.slice(0, EDGE)) },
    goal: { of: 'ratio', atMost: 1.5 },
    note: `medians of ${EDGE}; one thread`,
  });
}

/** Minutes unlike any others: what was set before helps with none of its rows. */
function minutes(seed: number): Paper {
  const paper = buildMinutes(GROUPS);
  const body = paper.body.map((block) =>
    block.block === 'table'
      ? {
          ...block,
          rows: block.rows.map(([place = '', name = '', ...rest]) => [place, `${name} ${seed}`, ...rest]),
        }
      : block,
  );
  return { ...paper, abstract: `${paper.abstract} ${seed}`, body };
}

/** What Typst takes for words alone, in this thread, with the fonts it brings. */
function plainWordsMs(): number {
  const compiler = NodeCompiler.create();
  const times = Array.from({ length: REPETITIONS }, (_, i) => {
    const words = JSON.stringify(textsOf(minutes(2000 + i)));
    const began = performance.now();
    const { result } = compiler.compile({
      mainFileContent: '#for text in json(bytes(sys.inputs.words)) [#text #parbreak()]',
      inputs: { words },
    });
    if (!result) throw new Error('plain words were not set');
    compiler.pdf(result, {});
    return performance.now() - began;
  });
  return median(times);
}

/** Every text of a paper, a row of a table as one. */
function textsOf({ body }: Paper): string[] {
  return body
    .map((block) => (block.block === 'table' ? block.rows.map((row) => row.join(' ')) : block))
    .flatMap(strings);
}

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

function kib(bytes: Uint8Array): string {
  return `${Math.round(bytes.length / 1024)} KB`;
}
