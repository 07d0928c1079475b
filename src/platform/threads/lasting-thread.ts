import type { Worker } from 'node:worker_threads';
import { startThread, type ThreadScript } from './run-in-thread.ts';

/** What a lasting thread is asked. */
export type ThreadQuestion<Input> = { readonly number: number; readonly input: Input };

/** What it answers: an output, or what it threw. */
export type ThreadAnswer<Output> = { readonly number: number } & (
  | { readonly output: Output }
  | { readonly error: unknown }
);

/** A thread that stays and answers one question after another. */
export type LastingThread<Input, Output> = {
  /** @throws what the script throws; Error when the thread dies, the next question then starts a new one */
  readonly ask: (input: Input) => Promise<Output>;
  readonly close: () => Promise<void>;
};

type Waiting<Output> = { resolve: (output: Output) => void; reject: (error: unknown) => void };

type Running<Output> = { readonly worker: Worker; readonly waiting: Map<number, Waiting<Output>> };

/**
 * A thread for work that is dear to begin and cheap to repeat: it starts with the first question, and what it has
 * loaded stays warm. While nobody waits for it, it keeps no process alive.
 */
export function lastingThread<Input, Output>(script: ThreadScript): LastingThread<Input, Output> {
  let running: Running<Output> | undefined;
  let asked = 0;
  const started = (): Running<Output> => {
    running ??= start<Output>(script, (ended) => {
      if (running === ended) running = undefined;
    });
    return running;
  };
  return {
    ask: (input) =>
      new Promise((resolve, reject) => {
        const { worker, waiting } = started();
        const question: ThreadQuestion<Input> = { number: asked++, input };
        waiting.set(question.number, { resolve, reject });
        worker.ref();
        worker.postMessage(question);
      }),
    close: async () => {
      await running?.worker.terminate();
    },
  };
}

function start<Output>(script: ThreadScript, onEnd: (running: Running<Output>) => void): Running<Output> {
  const running: Running<Output> = { worker: startThread(script), waiting: new Map() };
  const { worker, waiting } = running;
  const fail = (error: unknown) => {
    onEnd(running);
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.on('message', (answer: ThreadAnswer<Output>) => {
    const { resolve, reject } = waiting.get(answer.number) ?? {};
    waiting.delete(answer.number);
    if (waiting.size === 0) worker.unref();
    if ('error' in answer) reject?.(answer.error);
    else resolve?.(answer.output);
  });
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('the thread ended without an answer')));
  return running;
}
