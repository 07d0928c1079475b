import { statfsSync } from 'node:fs';

/**
 * Why the program cannot start, as a Vietnamese sentence for the person who started it: what is wrong, where, what
 * to do. It is printed without a stack; anything else that is thrown is a defect.
 */
export class StartProblem extends Error {
  override readonly name = 'StartProblem';
}

/** The code of an operating-system error (`EACCES`, `ENOSPC`), where there is one. */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** Runs file work in a folder and turns the operating system's no into a sentence. @throws StartProblem */
export function inFolder<T>(folder: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw folderProblem(folder, error) ?? error;
  }
}

const DISK_FULL_CODES = ['53100', 'ENOSPC', 'EDQUOT'];
/** As PostgreSQL's programs print it: they run without a locale. */
const NO_SPACE = 'No space left on device';

/**
 * What was thrown in the middle of work, where the reason is a disk that has run full, as a sentence; anything else as
 * it is. The database may have gone down over it, so that only the room left tells.
 */
export function diskProblem(error: unknown, place: { dataDir: string; isElsewhere: boolean }): unknown {
  const isOfDisk = causesOf(error).some((cause) => DISK_FULL_CODES.includes(errorCode(cause) ?? ''));
  if (place.isElsewhere) return isOfDisk ? new StartProblem(SERVER_DISK_FULL, { cause: error }) : error;
  return isOfDisk || (!(error instanceof StartProblem) && isNearlyFull(place.dataDir))
    ? fullDisk(place.dataDir, error)
    : error;
}

/** The sentence of a program's output that says it found no room; undefined when it says something else. */
export function outputDiskProblem(folder: string, output: string): StartProblem | undefined {
  return output.includes(NO_SPACE) ? fullDisk(folder) : undefined;
}

const SERVER_DISK_FULL =
  'Ổ đĩa của máy chủ PostgreSQL (DATABASE_URL) đã đầy. Giải phóng chỗ trống rồi chạy lại; dữ liệu đã có không mất.';

function fullDisk(folder: string, cause?: unknown): StartProblem {
  return new StartProblem(
    `Ổ đĩa chứa ${folder} đã đầy. Giải phóng chỗ trống rồi chạy lại; dữ liệu đã có không mất.`,
    { cause },
  );
}

const CAUSES = 5;

function causesOf(error: unknown): unknown[] {
  const causes = [error];
  for (let at = error; at instanceof Error && at.cause && causes.length < CAUSES; at = at.cause)
    causes.push(at.cause);
  return causes;
}

const NEARLY_NOTHING_BYTES = 1_000_000;

function isNearlyFull(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize < NEARLY_NOTHING_BYTES;
  } catch {
    return false;
  }
}

function folderProblem(folder: string, error: unknown): StartProblem | undefined {
  switch (errorCode(error)) {
    case 'EACCES':
    case 'EPERM':
      return new StartProblem(
        `Không ghi được vào thư mục ${folder}: tài khoản đang chạy không có quyền. Cấp quyền ghi, hoặc đặt GIAOBAN_DATA_DIR sang thư mục khác.`,
      );
    case 'EROFS':
      return new StartProblem(`Thư mục ${folder} chỉ đọc được. Đặt GIAOBAN_DATA_DIR sang thư mục ghi được.`);
    case 'ENAMETOOLONG':
      return new StartProblem(
        `Tên thư mục ${folder} quá dài. Đặt GIAOBAN_DATA_DIR sang một đường dẫn ngắn hơn.`,
      );
    case 'ENOTDIR':
    case 'EEXIST':
      return new StartProblem(`${folder} không phải là thư mục. Đặt GIAOBAN_DATA_DIR sang một thư mục.`);
    case 'ENOSPC':
    case 'EDQUOT':
      return fullDisk(folder);
    default:
      return undefined;
  }
}
