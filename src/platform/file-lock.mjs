// Plain JavaScript because the start script uses it before anything is installed or built.
import { linkSync, mkdirSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 50;

/**
 * Runs work while this process alone holds the lock file. A lock whose process has died is taken over.
 * The file appears by `link`, which is atomic, with its content already in it.
 */
export async function withFileLock(file, work, { waitMs = 600_000, onWait = () => {} } = {}) {
  mkdirSync(dirname(file), { recursive: true });
  const mine = `${file}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  writeFileSync(mine, describe(process.pid));
  try {
    await acquire(file, mine, { waitMs, onWait });
  } finally {
    remove(mine);
  }
  try {
    return await work();
  } finally {
    remove(file);
  }
}

async function acquire(file, mine, { waitMs, onWait }) {
  const deadline = performance.now() + waitMs;
  for (let waited = false; ; waited = true) {
    try {
      linkSync(mine, file);
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const holder = read(file);
    if (holder !== undefined && !isAlive(holder)) {
      takeAway(file, holder, `${mine}.stale`);
      continue;
    }
    if (performance.now() > deadline) throw new Error(`the lock ${file} is still held: ${holder}`);
    if (!waited) onWait();
    await sleep(POLL_MS);
  }
}

/** Moves a dead process's lock away; if a living one took its place in between, it is put back. */
function takeAway(file, deadHolder, aside) {
  try {
    renameSync(file, aside);
  } catch (error) {
    if (error.code === 'ENOENT') return;
    throw error;
  }
  if (read(aside) !== deadHolder) {
    try {
      linkSync(aside, file);
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
  }
  remove(aside);
}

/** Process number and, where the system tells, the moment it began: numbers are used again. */
function describe(pid) {
  return `${pid} ${beginning(pid)}`;
}

function isAlive(holder) {
  const pid = Number(holder.split(' ')[0]);
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code === 'ESRCH') return false;
  }
  return describe(pid) === holder;
}

function beginning(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? 'dead' : fields[19];
  } catch {
    return '-';
  }
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function remove(file) {
  try {
    unlinkSync(file);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
}
