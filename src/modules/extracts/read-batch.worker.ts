import { threadBody } from '../../platform/threads/thread-body.ts';
import { readFiles } from './reading/read-files.ts';
import type { ReadingInput, ReadingOutput, ReadingPiece } from './reading/reading.ts';

// The reading of a batch in a thread of its own: files in, rows out as COPY text, at the end what they come to.
await threadBody<ReadingInput, ReadingPiece, ReadingOutput>((input, send) =>
  readFiles(input, (piece) =>
    typeof piece === 'object' && 'rows' in piece
      ? send(piece, [piece.rows.buffer as ArrayBuffer])
      : send(piece),
  ),
);
