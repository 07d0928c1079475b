import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether a small disk can be mounted here: only root may, and not everywhere. */
export const canMount = (() => {
  if (process.getuid?.() !== 0) return false;
  const tried = mkdtempSync(join(tmpdir(), 'giaoban-mount-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', tried], { stdio: 'ignore' });
    execFileSync('umount', [tried]);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(tried, { recursive: true });
  }
})();

const PIECE = Buffer.alloc(1_000_000);

/** Takes all room of a disk but for some words, however much others have taken by now. */
export function fillDisk(disk: string, ballast: string): void {
  const file = openSync(ballast, 'w');
  const free = () => statfsSync(disk).bavail * statfsSync(disk).bsize;
  try {
    while (free() > 2 * PIECE.length) writeSync(file, PIECE);
  } finally {
    closeSync(file);
  }
}
