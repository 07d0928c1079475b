import { createHash } from 'node:crypto';
import type { Id } from '../../kernel/ids.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { UploadedFile } from '../../platform/http/uploads.ts';
import { deletePieces, insertFile, insertPiece } from './db/files.ts';
import { displayFileName } from './domain/file-name.ts';
import { DEFAULT_LIMITS } from './reader/limits.ts';

const MIB = 1_048_576;
const PIECE_BYTES = MIB;
/** Limits of a machine, not of lending: a whole set of monthly files is about twenty. */
const MOST_FILES = 40;
const MOST_BATCH_BYTES = 256 * MIB;

/** Files that a batch has already. */
export type ReceivedBefore = {
  readonly files: number;
  /** The place of the last of them; 0 without any. */
  readonly lastPosition: number;
  readonly bytes: number;
  readonly sha256s: ReadonlySet<string>;
};

/** No files yet. */
export const NOTHING_RECEIVED: ReceivedBefore = { files: 0, lastPosition: 0, bytes: 0, sha256s: new Set() };

/**
 * Takes the files of a request into a batch, in pieces of 1 MiB, so that neither side ever holds one whole. A file
 * whose content the batch has already is marked as its duplicate and not kept [EX19].
 *
 * @returns how many were taken
 */
export async function receiveFiles(
  { tx, newId }: HandlerContext,
  {
    officeId,
    batchId,
    files,
    before,
  }: { officeId: Id; batchId: Id; files: AsyncIterable<UploadedFile>; before: ReceivedBefore },
): Promise<number | Refusal<'noFiles' | 'tooManyFiles' | 'batchTooLarge' | 'receivedFileTooLarge'>> {
  const batch = { officeId, batchId };
  const sha256s = new Set(before.sha256s);
  let [count, bytes] = [0, before.bytes];
  for await (const { name, content } of files) {
    if (before.files + count === MOST_FILES) return refuse('tooManyFiles', { most: MOST_FILES });
    const file = displayFileName(name);
    const fileId = newId();
    const received = await receivePieces(content, DEFAULT_LIMITS.fileBytes, (number, piece) =>
      insertPiece(tx, batch, { fileId, number, content: piece }),
    );
    if (!received) return refuse('receivedFileTooLarge', { file, mostMib: DEFAULT_LIMITS.fileBytes / MIB });
    const { sha256, sizeBytes } = received;
    bytes += sizeBytes;
    if (bytes > MOST_BATCH_BYTES) return refuse('batchTooLarge', { mostMib: MOST_BATCH_BYTES / MIB });
    const isDuplicate = sha256s.has(sha256);
    if (isDuplicate) await deletePieces(tx, batch, fileId);
    sha256s.add(sha256);
    count += 1;
    const position = before.lastPosition + count;
    const state = isDuplicate ? 'duplicate' : 'received';
    await insertFile(tx, batch, { fileId, position, name: file, sha256, sizeBytes, state });
  }
  return count === 0 ? refuse('noFiles') : count;
}

/** Undefined when the file goes beyond the limit. */
async function receivePieces(
  content: UploadedFile['content'],
  mostBytes: number,
  keep: (number: number, piece: Uint8Array) => Promise<void>,
): Promise<{ sha256: string; sizeBytes: number } | undefined> {
  const hash = createHash('sha256');
  let held = Buffer.alloc(0);
  let [sizeBytes, number] = [0, 0];
  for await (const chunk of content) {
    const bytes = chunk as Buffer;
    hash.update(bytes);
    sizeBytes += bytes.length;
    if (sizeBytes > mostBytes) return undefined;
    held = Buffer.concat([held, bytes]);
    for (; held.length >= PIECE_BYTES; held = held.subarray(PIECE_BYTES))
      await keep(number++, held.subarray(0, PIECE_BYTES));
  }
  if (held.length > 0) await keep(number, held);
  return { sha256: hash.digest('hex'), sizeBytes };
}
