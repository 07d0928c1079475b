import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { errorCode, StartProblem } from './start-problem.ts';

/**
 * Makes a folder and those it lies in; one that is there stays as it is. Node's own `recursive` never ends where the
 * system says of a folder that is there that nothing can be made in it (`/proc`), so that each step is made here.
 *
 * @throws StartProblem when nothing can be made there
 * @throws Error of the system: no right, no room, a file in the way
 */
export function makeFolder(folder: string, mode = 0o777): void {
  if (existsSync(folder) && statSync(folder).isDirectory()) return;
  try {
    mkdirSync(folder, { mode });
  } catch (error) {
    if (errorCode(error) === 'EEXIST' && statSync(folder).isDirectory()) return;
    if (errorCode(error) !== 'ENOENT') throw error;
    if (existsSync(dirname(folder)))
      throw new StartProblem(
        `Không tạo được thư mục ${folder}: nơi này không nhận thư mục mới. Đặt GIAOBAN_DATA_DIR sang thư mục khác.`,
        { cause: error },
      );
    makeFolder(dirname(folder));
    makeFolder(folder, mode);
  }
}
