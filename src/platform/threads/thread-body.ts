import { parentPort, workerData } from 'node:worker_threads';
import type { ThreadMessage, ThreadStart } from './run-in-thread.ts';

/** Sends a piece to whoever started the thread; waits while too many are not yet taken. */
export type SendPiece<Piece> = (piece: Piece, transfer?: readonly ArrayBuffer[]) => void;

/** With pieces of a quarter MiB this bounds what is under way to a few MiB. */
const MOST_WAITING = 8;

/** The body of a thread's script: takes the input, may send pieces, answers the output. */
export async function threadBody<Input, Piece, Output>(
  work: (input: Input, send: SendPiece<Piece>) => Promise<Output>,
): Promise<void> {
  const port = parentPort;
  if (!port) throw new Error('this script runs in a thread only');
  const { input, waiting } = workerData as ThreadStart<Input>;
  const counter = new Int32Array(waiting);
  const send: SendPiece<Piece> = (piece, transfer = []) => {
    const message: ThreadMessage<Piece, Output> = { type: 'piece', piece };
    port.postMessage(message, [...transfer]);
    for (let now = Atomics.add(counter, 0, 1) + 1; now > MOST_WAITING; now = Atomics.load(counter, 0))
      Atomics.wait(counter, 0, now);
  };
  const message: ThreadMessage<Piece, Output> = { type: 'output', output: await work(input, send) };
  port.postMessage(message);
}
