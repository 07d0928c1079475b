import { spawn } from 'node:child_process';
import { accessSync, constants, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { Problem, ROOT, say } from './project.mjs';

/** Installs the packages of the lock file, unless they are all there. Install scripts are not needed. */
export async function ensureInstalled(root = ROOT) {
  if (isInstalled(root)) return;
  say('Đang cài các gói (lần đầu khoảng một phút)…');
  // The build needs the development packages, whatever NODE_ENV says.
  const args = [
    'ci',
    '--include=dev',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    ...cacheArguments(root),
  ];
  const { code, output } = await npm(args, root);
  if (code === 0 && isInstalled(root)) return;
  throw new Problem(`${whyNot(output)}\n${output.trim().split('\n').slice(-8).join('\n')}`);
}

/**
 * Compares npm's own record of what it installed, written at the end of an installation, with the lock file. An
 * installation that was interrupted has no record. Optional packages are for other machines unless present.
 */
export function isInstalled(root) {
  const installed = readPackages(join(root, 'node_modules/.package-lock.json'));
  const wanted = readPackages(join(root, 'package-lock.json'));
  if (!installed || !wanted) return false;
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === '') return true;
    const found = installed[path];
    return found ? found.version === version : optional === true;
  });
}

/** Optional packages that a lock file names as needed and has no entry for: with one, `npm ci` refuses the file. */
export function missingOptional(packages) {
  const needed = Object.values(packages).flatMap(({ optionalDependencies = {}, dev = false }) =>
    Object.entries(optionalDependencies).map(([name, version]) => ({ name, version, dev })),
  );
  const unlisted = needed.filter(
    ({ name }) => !Object.keys(packages).some((path) => path.endsWith(`node_modules/${name}`)),
  );
  return [...new Map(unlisted.map((entry) => [entry.name, entry])).values()];
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** An account without a home of its own keeps npm's cache in the project. */
function cacheArguments(root) {
  try {
    accessSync(homedir(), constants.W_OK);
    return [];
  } catch {
    return ['--cache', join(root, '.cache/npm')];
  }
}

function npm(args, root) {
  // Under `npm start` npm says where it lies itself; this also works where npm is a .cmd file.
  const path = process.env.npm_execpath;
  const [program, first] = path?.endsWith('.js') ? [process.execPath, [path]] : ['npm', []];
  return new Promise((resolve) => {
    const child = spawn(program, [...first, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (chunk) => {
      output = (output + chunk).slice(-4000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => resolve({ code: null, output: error.message }));
    child.on('close', (code) => resolve({ code, output }));
  });
}

function whyNot(output) {
  if (/ENOSPC/.test(output))
    return 'Không cài được các gói: ổ đĩa đã đầy. Giải phóng chỗ trống rồi chạy lại.';
  if (/EACCES|EPERM|EROFS/.test(output))
    return `Không cài được các gói: không ghi được vào thư mục ${ROOT}. Cấp quyền ghi rồi chạy lại.`;
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|network/i.test(output))
    return 'Không cài được các gói: không tới được kho gói npm. Kiểm tra mạng rồi chạy lại.';
  return 'Không cài được các gói. Chạy lại; nếu vẫn lỗi, xem các dòng dưới đây.';
}
