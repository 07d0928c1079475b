import { threadBody } from '../thread-body.ts';

// A thread to test threads with: counts up to what it is asked.
await threadBody<{ pieces: number }, number, string>(async ({ pieces }, send) => {
  if (pieces < 0) throw new Error('no pieces');
  for (let piece = 0; piece < pieces; piece++) send(piece);
  return `${pieces} sent`;
});
