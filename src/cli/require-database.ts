import { existsSync } from 'node:fs';
import { hasServerPlace } from '../platform/postgres/place.ts';
import type { Settings } from '../platform/settings.ts';
import { StartProblem } from '../platform/start-problem.ts';
import type { Command } from './command.ts';

/**
 * Stops a command that would work on an empty database of its own making, because its data folder was forgotten or
 * mistyped: everything asked of it would be answered with nothing, everything imported would lie where nobody looks. A
 * database elsewhere (`DATABASE_URL`) is made by nobody: opening it says when it is not there.
 *
 * @throws StartProblem naming the folder and what to do; nothing was made
 */
export function requireDatabase(
  { dataDir, databaseUrl }: Pick<Settings, 'dataDir' | 'databaseUrl'>,
  { makesDatabase }: Pick<Command, 'makesDatabase'>,
): void {
  if (databaseUrl !== null || makesDatabase === 'anywhere' || hasServerPlace(dataDir)) return;
  if (makesDatabase === 'inMadeFolder' && existsSync(dataDir)) return;
  const folder = existsSync(dataDir) ? `Thư mục ${dataDir}` : `Không có thư mục ${dataDir}, nên`;
  const orMake =
    makesDatabase === 'inMadeFolder' ? ' Muốn nhập vào một cơ sở dữ liệu mới: tạo thư mục ấy trước.' : '';
  throw new StartProblem(
    `${folder} chưa có cơ sở dữ liệu Giao Ban; lệnh chưa làm gì. Đặt GIAOBAN_DATA_DIR đúng thư mục dữ liệu đang dùng, hoặc chạy npm start để lập cơ sở dữ liệu ở đó.${orMake}`,
  );
}
