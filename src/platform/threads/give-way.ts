import { constants, setPriority } from 'node:os';

/**
 * Called by a thread's script: whoever waits for a page goes first. On Linux this holds for the calling thread and those
 * it starts; elsewhere it would be the whole process, so that nothing is done.
 */
export function giveWay(): void {
  if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
}
