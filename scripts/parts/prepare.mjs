import { join } from 'node:path';
import { withFileLock } from '../../src/platform/file-lock.mjs';
import { buildDesk } from './build-desk.mjs';
import { buildServer } from './build-server.mjs';
import { ensureInstalled } from './install.mjs';
import { Problem, ROOT, say } from './project.mjs';

/**
 * Everything between a clone and a program that runs; each step is skipped when it is already done. The command line
 * does without the pages.
 */
export async function prepare({ withPages = true } = {}) {
  try {
    await alone(async () => {
      await ensureInstalled();
      await buildServer();
      if (withPages) await buildDesk();
    });
  } catch (error) {
    throw fileProblem(error) ?? error;
  }
}

/** One process at a time installs and builds; a second waits and then finds it done. */
export function alone(work) {
  const onWait = () => say('Một chương trình giaoban khác đang chuẩn bị; chờ nó xong…');
  return withFileLock(join(ROOT, '.cache/prepare.lock'), work, { onWait });
}

function fileProblem(error) {
  if (['EACCES', 'EPERM', 'EROFS'].includes(error?.code))
    return new Problem(
      `Không ghi được vào ${error.path ?? ROOT}. Cấp quyền ghi cho tài khoản đang chạy rồi chạy lại.`,
    );
  if (error?.code === 'ENOSPC') return new Problem('Ổ đĩa đã đầy. Giải phóng chỗ trống rồi chạy lại.');
  return undefined;
}
