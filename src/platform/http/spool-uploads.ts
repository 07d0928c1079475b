import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FastifyRequest } from 'fastify';
import { inMegabytes } from '../../kernel/file-size.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { errorCode } from '../start-problem.ts';
import type { UploadedFile } from './uploads.ts';

/** What one request may carry. */
export type UploadLimits = {
  readonly fileBytes: number;
  readonly files: number;
  /** All files of a request together; without it, `files` times `fileBytes`. */
  readonly totalBytes?: number;
};

/** The files of a request, whole and on this machine's disk. */
export type Spooled = {
  /** In the order in which they came; each is opened when it is its turn. */
  readonly files: readonly UploadedFile[];
  /** Removes them. */
  remove(): Promise<void>;
};

/** What a form adds to its files: boundaries and heads. */
const FORM_BYTES = 65_536;

/** The limits of one operation: those of the server, or less where it declares so. */
export function limitsOf(mostFileBytes: number | undefined, limits: UploadLimits): UploadLimits {
  return mostFileBytes === undefined ? limits : { ...limits, totalBytes: mostFileBytes };
}

const PREFIX = 'tai-len-';
const ONLY_OURS = 0o700;

/**
 * Receives all files of a request before anything is done with them, so that whoever sends slowly holds a file open and
 * no connection to the database. A request that says it is too large is not received; limits apply while receiving, and what
 * was received goes where the request is refused.
 *
 * @param folder outside everything that is served
 * @returns `tooLarge` beyond a limit, `inputInvalid` where the sender broke off
 */
export async function spoolUploads(
  request: FastifyRequest,
  { folder, limits }: { folder: string; limits: UploadLimits },
): Promise<Spooled | Refusal> {
  // What still comes of it is read and dropped, because a browser reads no answer before it has sent all.
  if (Number(request.headers['content-length'] ?? 0) > mostOf(limits) + FORM_BYTES) return tooMuch(limits);
  await mkdir(folder, { recursive: true, mode: ONLY_OURS });
  const place = await mkdtemp(join(folder, PREFIX));
  const remove = () => rm(place, { recursive: true, force: true });
  try {
    const received = await receiveAll(request, place, limits);
    if (!Array.isArray(received)) {
      await remove();
      return received;
    }
    return { files: received, remove };
  } catch (error) {
    await remove();
    if (request.raw.destroyed && !request.raw.complete) return BROKEN_OFF;
    throw error;
  }
}

const BROKEN_OFF = refuse('inputInvalid', {
  where: 'tệp',
  problem: 'Việc gửi bị ngắt giữa chừng. Gửi lại.',
});

async function receiveAll(
  request: FastifyRequest,
  place: string,
  limits: UploadLimits,
): Promise<UploadedFile[] | Refusal> {
  const { fileBytes } = limits;
  const files: UploadedFile[] = [];
  let left = mostOf(limits);
  for await (const { filename: name, file } of request.files()) {
    const path = join(place, String(files.length));
    const counter = countingUpTo(left);
    await pipeline(file, counter.stream, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
    if (file.truncated) return refuse('tooLarge', { limit: `${inMegabytes(fileBytes)} mỗi tệp` });
    left -= counter.bytes();
    if (left < 0) return tooMuch(limits);
    files.push(spooledFile(name, path));
  }
  return files;
}

function mostOf({ fileBytes, files, totalBytes = fileBytes * files }: UploadLimits): number {
  return totalBytes;
}

function tooMuch(limits: UploadLimits): Refusal {
  return refuse('tooLarge', { limit: `${inMegabytes(mostOf(limits))} một lần gửi` });
}

/** Passes bytes on and counts them; beyond the most it goes on counting and passes nothing on, so that the disk is spared. */
function countingUpTo(most: number): { readonly stream: Transform; bytes(): number } {
  let bytes = 0;
  const stream = new Transform({
    transform: (chunk: Buffer, _, done) => {
      bytes += chunk.length;
      if (bytes > most) done();
      else done(null, chunk);
    },
  });
  return { stream, bytes: () => bytes };
}

function spooledFile(name: string, path: string): UploadedFile {
  return {
    name,
    get content() {
      return createReadStream(path);
    },
  };
}

/** No request is longer on its way, or being worked on. */
const LONGEST_UPLOAD_MS = 7_200_000;

/**
 * Removes what requests have left behind that ended with their process [HK4].
 *
 * @returns how many requests it was of
 */
export async function removeOldUploads(folder: string): Promise<number> {
  const names = (await entriesOf(folder)).filter((name) => name.startsWith(PREFIX));
  if (names.length === 0) return 0;
  const nowMs = await clockOfFiles(folder);
  let removed = 0;
  for (const name of names) {
    const place = join(folder, name);
    // The folder of a request is touched by each file that begins.
    if ((await stat(place)).mtimeMs > nowMs - LONGEST_UPLOAD_MS) continue;
    await rm(place, { recursive: true, force: true });
    removed += 1;
  }
  return removed;
}

/** The moment by the clock that the files are dated by, which is neither that of the demo nor, on a share, this machine's. */
async function clockOfFiles(folder: string): Promise<number> {
  const place = await mkdtemp(join(folder, PREFIX));
  try {
    return (await stat(place)).mtimeMs;
  } finally {
    await rm(place, { recursive: true });
  }
}

async function entriesOf(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}
