import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type TransferListItem, Worker } from 'node:worker_threads';
import { PROJECT_ROOT } from '../project.ts';

/** A script that runs in a thread of its own, by its source: `src/…/<name>.worker.ts`. The build puts it where its source lies, below `dist`. */
export type ThreadScript = `src/${string}.ts`;

/** What a thread is started with. */
export type ThreadStart<Input> = {
  readonly input: Input;
  /** One counter: pieces sent and not yet taken. */
  readonly waiting: SharedArrayBuffer;
};

/** What a thread says. */
export type ThreadMessage<Piece, Output> =
  | { readonly type: 'piece'; readonly piece: Piece }
  | { readonly type: 'output'; readonly output: Output };

/** A run of a script. */
export type ThreadRun<Input, Piece> = {
  readonly input: Input;
  /** Buffers given away to the thread instead of being copied. */
  readonly transfer?: readonly TransferListItem[];
  /** Takes each piece in order; the thread waits when too many are not yet taken. */
  readonly onPiece: (piece: Piece) => Promise<void>;
  readonly signal?: AbortSignal;
  /** The most the thread's heap may take; beyond it the run fails and the process goes on. */
  readonly heapMib?: number;
};

/** Threads make much that is soon forgotten; room for it spares collecting it ten times as often. */
const YOUNG_MIB = 64;
const HEAP_MIB = 512;

const IS_SOURCE = import.meta.url.endsWith('.ts');

/**
 * Runs a script in a thread of its own, so that heavy work stops nobody: pieces come while it works, the output at
 * its end.
 *
 * @throws Error when the script throws, when taking a piece fails, or when the run is aborted
 */
export async function runInThread<Input, Piece, Output>(
  script: ThreadScript,
  run: ThreadRun<Input, Piece>,
): Promise<Output> {
  run.signal?.throwIfAborted();
  const waiting = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const counter = new Int32Array(waiting);
  const worker = startThread(script, {
    data: { input: run.input, waiting } satisfies ThreadStart<Input>,
    transfer: run.transfer ?? [],
    heapMib: run.heapMib ?? HEAP_MIB,
  });
  const onAbort = () => void worker.terminate();
  run.signal?.addEventListener('abort', onAbort);
  try {
    return await outputOf<Piece, Output>(worker, async (piece) => {
      await run.onPiece(piece);
      Atomics.sub(counter, 0, 1);
      Atomics.notify(counter, 0);
    });
  } finally {
    run.signal?.removeEventListener('abort', onAbort);
    await worker.terminate();
  }
}

/** A new thread of that script, from its source or as built; `data` is what it finds beside the script's own place. */
export function startThread(
  script: ThreadScript,
  { data = {}, transfer = [], heapMib = HEAP_MIB }: ThreadBeginning = {},
): Worker {
  const source = pathToFileURL(join(PROJECT_ROOT, script)).href;
  const built = script.replace(/^src\//, 'dist/').replace(/\.ts$/, '.mjs');
  const entry = IS_SOURCE
    ? new URL('./boot-source.mjs', import.meta.url)
    : pathToFileURL(join(PROJECT_ROOT, built));
  return new Worker(entry, {
    workerData: { script: source, ...data },
    transferList: [...transfer],
    resourceLimits: { maxOldGenerationSizeMb: heapMib, maxYoungGenerationSizeMb: YOUNG_MIB },
  });
}

type ThreadBeginning = {
  readonly data?: object;
  readonly transfer?: readonly TransferListItem[];
  readonly heapMib?: number;
};

/** Takes the pieces one after another; the output is the answer once all of them are taken. */
function outputOf<Piece, Output>(worker: Worker, take: (piece: Piece) => Promise<void>): Promise<Output> {
  return new Promise((resolve, reject) => {
    let taken: Promise<void> = Promise.resolve();
    let isOver = false;
    worker.on('message', (message: ThreadMessage<Piece, Output>) => {
      if (message.type === 'piece') {
        taken = taken.then(() => take(message.piece));
        taken.catch(reject);
        return;
      }
      isOver = true;
      taken.then(() => resolve(message.output), reject);
    });
    worker.on('error', reject);
    // A thread that has sent its output ends before its last pieces are taken.
    worker.on('exit', () => {
      if (!isOver) reject(new Error('the thread ended without an output'));
    });
  });
}
