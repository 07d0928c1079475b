import { constants, crc32, createInflateRaw, inflateRawSync } from 'node:zlib';
import { type Outcome, type Refusal, refuse } from '../../../kernel/refusal.ts';
import { type Archive, type ArchiveEntry, printable, tooLarge } from './archive.ts';
import type { ReaderRefusalCode } from './refusals.ts';

/** Counts what has really been inflated, over all parts of one workbook. */
export type InflateMeter = { inflatedBytes: number };

/** Bytes inflated at a time: large enough that the hand-over costs nothing, small enough to stay in the processor's cache. */
const CHUNK_BYTES = 256 * 1024;

/** Inflates a part that is needed whole, at most `mostBytes` of it. */
export function inflateWhole(
  archive: Archive,
  entry: ArchiveEntry,
  meter: InflateMeter,
  mostBytes: number,
): Outcome<Buffer, ReaderRefusalCode> {
  if (entry.inflatedBytes > mostBytes) return tooLarge(printable(entry.name), entry.inflatedBytes, mostBytes);
  const bytes = entry.isStored ? compressed(archive, entry) : inflateKnown(archive, entry);
  meter.inflatedBytes += bytes?.length ?? entry.inflatedBytes;
  if (bytes?.length !== entry.inflatedBytes || crc32(bytes) !== entry.crc) return damaged(entry);
  return bytes;
}

/**
 * Inflates a part piece by piece; `onChunk` answers false to stop. Inflating runs on another thread while the
 * piece before is looked at. A part that turns out longer than the directory says, or other than its check sum, is damaged: the refusal comes
 * after the pieces, so the caller keeps nothing of a part that was not read to its end.
 */
export async function inflateInPieces(
  archive: Archive,
  entry: ArchiveEntry,
  meter: InflateMeter,
  onChunk: (chunk: Buffer) => boolean,
): Promise<Refusal<ReaderRefusalCode> | undefined> {
  let bytes = 0;
  let crc = 0;
  for await (const chunk of pieces(archive, entry)) {
    if (chunk === undefined) return damaged(entry);
    bytes += chunk.length;
    meter.inflatedBytes += chunk.length;
    if (bytes > entry.inflatedBytes) return damaged(entry);
    crc = crc32(chunk, crc);
    if (!onChunk(chunk)) return undefined;
  }
  return bytes === entry.inflatedBytes && crc === entry.crc ? undefined : damaged(entry);
}

/** The pieces of an entry; a piece that is undefined says that the compressed bytes are no such thing. */
async function* pieces(archive: Archive, entry: ArchiveEntry): AsyncGenerator<Buffer | undefined> {
  const source = compressed(archive, entry);
  if (entry.isStored) {
    for (let at = 0; at < source.length; at += CHUNK_BYTES) yield source.subarray(at, at + CHUNK_BYTES);
    return;
  }
  const stream = createInflateRaw({ chunkSize: CHUNK_BYTES });
  const chunks = stream[Symbol.asyncIterator]();
  stream.end(source);
  try {
    for (;;) {
      const step = await nextPiece(chunks);
      if (step === undefined) yield undefined;
      if (step === undefined || step.done) return;
      yield step.value;
    }
  } finally {
    stream.destroy();
  }
}

async function nextPiece(chunks: AsyncIterator<Buffer>): Promise<IteratorResult<Buffer> | undefined> {
  try {
    return await chunks.next();
  } catch (error) {
    if (isZlibError(error)) return undefined;
    throw error;
  }
}

/** Inflates into one buffer of the declared size; undefined when the bytes are no such thing or hold more. */
function inflateKnown(archive: Archive, entry: ArchiveEntry): Buffer | undefined {
  const most = Math.max(1, entry.inflatedBytes);
  try {
    return inflateRawSync(compressed(archive, entry), {
      maxOutputLength: most,
      chunkSize: Math.max(constants.Z_MIN_CHUNK, most + 1),
    });
  } catch (error) {
    if (isZlibError(error)) return undefined;
    throw error;
  }
}

function isZlibError(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.startsWith('Z_') || code === 'ERR_BUFFER_TOO_LARGE';
}

function compressed(archive: Archive, entry: ArchiveEntry): Buffer {
  return archive.content.subarray(entry.dataOffset, entry.dataOffset + entry.compressedBytes);
}

function damaged(entry: ArchiveEntry): Refusal<ReaderRefusalCode> {
  return refuse('fileDamaged', { place: printable(entry.name) });
}
