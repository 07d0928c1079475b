import {
  FILE_TOO_LARGE,
  MIB,
  MOST_FILE_MIB,
  MOST_FILES_OF_REPORT,
  TOO_MANY_FILES,
} from '../../../../kernel/file-size.ts';
import type { Id } from '../../../../kernel/ids.ts';
import type { Failure } from '../../../shared/components/states.tsx';
import type { ChosenName } from './report-draft.ts';

/** What is said of a file whose name is kept and whose content is not: the machine had no room, or has cleared it away. */
export const NO_LONGER_KEPT = 'Máy không còn giữ tệp này. Chọn lại tệp rồi gửi.';

/** A file that was chosen, as a draft names it. */
export function nameOf(fileId: Id, { name, type }: File): ChosenName {
  return { fileId, name, isPhoto: type.startsWith('image/'), isKept: true };
}

/**
 * Why the server would not take a file, in its own words; null where it may.
 *
 * @param before how many files the report has already
 */
export function refusedBefore({ name, size }: File, before: number): Failure | null {
  if (before >= MOST_FILES_OF_REPORT) return { message: TOO_MANY_FILES };
  if (size <= MOST_FILE_MIB * MIB) return null;
  return { message: FILE_TOO_LARGE.replace('{file}', name).replace('{mostMib}', String(MOST_FILE_MIB)) };
}

/** Files without one of them. */
export function without<T extends { readonly fileId: Id }>(files: readonly T[], fileId: Id): readonly T[] {
  return files.filter((one) => one.fileId !== fileId);
}
