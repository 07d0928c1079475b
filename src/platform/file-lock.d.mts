/**
 * Runs work while this process alone holds the lock file; one left by a dead process is taken over.
 *
 * @param options `waitMs`: how long to wait for another process (default ten minutes); `onWait`: called once when
 * waiting begins
 * @throws Error when the lock is still held after that time
 */
export function withFileLock<T>(
  file: string,
  work: () => T | Promise<T>,
  options?: { readonly waitMs?: number; readonly onWait?: () => void },
): Promise<T>;
