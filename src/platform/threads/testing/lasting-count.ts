import { lastingBody } from '../lasting-body.ts';

// A thread to test lasting threads with: counts its questions, throws for a negative one, dies of a zero.
let questions = 0;
lastingBody<number, { questions: number; double: number }>((input) => {
  if (input === 0) process.exit(3);
  if (input < 0) throw new RangeError('negative');
  questions++;
  return { questions, double: 2 * input };
});
