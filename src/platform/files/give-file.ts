import type { FileAnswer } from '../../kernel/contract.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { StoredFile } from './db/stored-files.ts';
import type { FileStore } from './file-store.ts';

/** A file as an answer, its bytes checked against their hash [FS3]. Whether the caller may have it, the record has said. */
export async function giveFile(
  store: FileStore,
  file: StoredFile,
): Promise<FileAnswer | Refusal<'fileGone'>> {
  const content = await store.read(file, file.sha256);
  if (content === undefined) return refuse('fileGone', { file: file.name });
  return { name: file.name, mediaType: file.mediaType, content };
}
