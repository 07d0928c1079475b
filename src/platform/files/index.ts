/** Files that people add to records: received, kept, given out, cleaned. */
export { cleanLeftOverFiles } from './clean-files.ts';
export { type StoredFile, selectFile, selectFiles, takeFiles } from './db/stored-files.ts';
export { type FileStore, fileStore } from './file-store.ts';
export { giveFile } from './give-file.ts';
export { keepFile, type PreparedFile, prepareFile } from './receive-file.ts';
export { FILE_REFUSALS } from './refusals.ts';
export { scanWith } from './scan-file.ts';
