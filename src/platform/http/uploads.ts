import type { Readable } from 'node:stream';

/** One file of an upload, as a stream: it is never held in memory as a whole by the platform. */
export type UploadedFile = {
  /** The name the person's machine gave it; shown, never used as a path. */
  readonly name: string;
  readonly content: Readable;
};

/** No files: requests that are not uploads, and callers that are not HTTP. */
export async function* noFiles(): AsyncGenerator<UploadedFile> {}
