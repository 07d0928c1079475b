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

function folderProblem(folder: string, error: unknown): StartProblem | undefined {
  switch (errorCode(error)) {
    case 'EACCES':
    case 'EPERM':
      return new StartProblem(
        `Không ghi được vào thư mục ${folder}: tài khoản đang chạy không có quyền. Cấp quyền ghi, hoặc đặt GIAOBAN_DATA_DIR sang thư mục khác.`,
      );
    case 'EROFS':
      return new StartProblem(`Thư mục ${folder} chỉ đọc được. Đặt GIAOBAN_DATA_DIR sang thư mục ghi được.`);
    case 'ENOTDIR':
    case 'EEXIST':
      return new StartProblem(`${folder} không phải là thư mục. Đặt GIAOBAN_DATA_DIR sang một thư mục.`);
    case 'ENOSPC':
    case 'EDQUOT':
      return new StartProblem(
        `Ổ đĩa chứa ${folder} đã đầy. Giải phóng chỗ trống rồi chạy lại; dữ liệu đã có không mất.`,
      );
    default:
      return undefined;
  }
}
