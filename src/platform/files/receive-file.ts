import { displayFileName } from '../../kernel/file-name.ts';
import { MIB, MOST_FILE_MIB } from '../../kernel/file-size.ts';
import type { Id } from '../../kernel/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../command.ts';
import type { UploadedFile } from '../http/uploads.ts';
import { insertFile, type StoredFile, selectFile } from './db/stored-files.ts';
import {
  agreesWithName,
  endingOf,
  FILE_KINDS,
  type FileKind,
  fileKind,
  isImage,
  nameWithEnding,
} from './file-kind.ts';
import { type FileStore, sha256Of } from './file-store.ts';
import type { FILE_REFUSALS } from './refusals.ts';
import { rewriteImage } from './rewrite-image.ts';
import { turns } from './turns.ts';

/** A file that was looked at and may be kept. */
export type PreparedFile = Omit<StoredFile, 'communeId' | 'id' | 'storedAs' | 'ownerSeat'> & {
  readonly bytes: Buffer;
};

/** So many are in memory; the others lie where they were received until it is their turn. */
const inTurn = turns(10);

/**
 * Takes the one file of a request: its content says what it is [FS1], a scanner looks at it [FS4], an image is written anew [FS2].
 * This may take long, and needs no database: it is done before the transaction, so that no connection waits for a scanner.
 */
export function prepareFile(
  store: FileStore,
  files: AsyncIterable<UploadedFile>,
): Promise<PreparedFile | Refusal<Exclude<keyof typeof FILE_REFUSALS, 'fileGone' | 'fileIdTaken'>>> {
  return inTurn(async () => {
    const received = await readOne(files);
    if (isRefusal(received)) return received;
    const { name, bytes } = received;
    const kind = judgeKind(bytes, name);
    if (isRefusal(kind)) return kind;
    const scan = await store.scan(bytes);
    if (scan === 'infected') return refuse('fileInfected', { file: name });
    const kept = isImage(kind) ? await rewriteImage(bytes, kind) : bytes;
    if (kept === 'tooLarge') return refuse('imageTooLarge', { file: name });
    if (kept === 'broken') return refuse('fileBroken', { file: name });
    return {
      name: nameWithEnding(kind, name),
      mediaType: FILE_KINDS[kind].mediaType,
      sizeBytes: kept.length,
      sha256: sha256Of(kept),
      receivedSha256: sha256Of(bytes),
      scan,
      bytes: kept,
    };
  });
}

/** Whose a file will be, and its id, made by the client. */
export type FileToKeep = {
  readonly communeId: Id;
  readonly fileId: Id;
  readonly ownerSeat: string | null;
};

/** Keeps a prepared file under a name made here [FS3], once however often it is sent [FS5]. Until a record takes it, it is left over. */
export async function keepFile(
  { tx, caller, clock, newId }: HandlerContext,
  store: FileStore,
  { communeId, fileId, ownerSeat }: FileToKeep,
  { bytes, ...prepared }: PreparedFile,
): Promise<StoredFile | Refusal<'fileIdTaken'>> {
  const sentBefore = async () => {
    const standing = await selectFile(tx, communeId, fileId);
    return (
      standing && (standing.receivedSha256 === prepared.receivedSha256 ? standing : refuse('fileIdTaken'))
    );
  };
  const standing = await sentBefore();
  if (standing) return standing;
  const file: StoredFile = { communeId, id: fileId, storedAs: newId(), ownerSeat, ...prepared };
  // The row first: of two that send one id at once the second waits here, and the bytes are the first one's.
  const isNew = await insertFile(tx, { ...file, storedBy: caller.userId, storedAt: clock.now() });
  if (!isNew) return (await sentBefore()) ?? refuse('fileIdTaken');
  await store.write(file, bytes);
  return file;
}

function judgeKind(bytes: Buffer, file: string): FileKind | Refusal<'fileKindUnknown' | 'fileNameFalse'> {
  const kind = fileKind(bytes);
  if (kind === undefined) return refuse('fileKindUnknown', { file });
  if (agreesWithName(kind, file)) return kind;
  return refuse('fileNameFalse', { file, ending: endingOf(file), kind: FILE_KINDS[kind].name });
}

/** Reads the one file whole, but no further than the limit. */
async function readOne(
  files: AsyncIterable<UploadedFile>,
): Promise<{ name: string; bytes: Buffer } | Refusal<'noFile' | 'tooManyFiles' | 'fileTooLarge'>> {
  let found: { name: string; bytes: Buffer } | undefined;
  for await (const { name: given, content } of files) {
    if (found !== undefined) return refuse('tooManyFiles');
    const name = displayFileName(given);
    const bytes = await readWhole(content);
    if (bytes === undefined) return refuse('fileTooLarge', { file: name, mostMib: MOST_FILE_MIB });
    found = { name, bytes };
  }
  return found === undefined || found.bytes.length === 0 ? refuse('noFile') : found;
}

async function readWhole(content: UploadedFile['content']): Promise<Buffer | undefined> {
  const pieces: Buffer[] = [];
  let sizeBytes = 0;
  for await (const chunk of content) {
    sizeBytes += (chunk as Buffer).length;
    if (sizeBytes > MOST_FILE_MIB * MIB) return undefined;
    pieces.push(chunk as Buffer);
  }
  if ('truncated' in content && content.truncated === true) return undefined;
  return Buffer.concat(pieces);
}
