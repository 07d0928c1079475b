/** Closes one thing that was opened. */
export type Closer = () => Promise<void>;

/** Closes everything, the last opened first. One that fails does not keep the others open. */
export async function closeAll(closers: readonly Closer[]): Promise<void> {
  for (const close of closers.toReversed()) {
    try {
      await close();
    } catch (error) {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    }
  }
}
