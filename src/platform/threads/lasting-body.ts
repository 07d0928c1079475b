import { parentPort } from 'node:worker_threads';
import type { ThreadAnswer, ThreadQuestion } from './lasting-thread.ts';

/** The body of a lasting thread's script: answers each question in the order they come. */
export function lastingBody<Input, Output>(answer: (input: Input) => Output): void {
  const port = parentPort;
  if (!port) throw new Error('this script runs in a thread only');
  const answered = ({ number, input }: ThreadQuestion<Input>): ThreadAnswer<Output> => {
    try {
      return { number, output: answer(input) };
    } catch (error) {
      return { number, error };
    }
  };
  port.on('message', (question: ThreadQuestion<Input>) => port.postMessage(answered(question)));
}
