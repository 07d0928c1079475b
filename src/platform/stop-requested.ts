const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Ctrl+C below `npm start` may arrive twice at once: from the terminal and from npm. */
const SECOND_AFTER_MS = 2_000;

/** Resolves when the process is asked to stop. Asked again later, it ends at once: the next start repairs. */
export function stopRequested(): Promise<undefined> {
  return new Promise((resolve) => {
    let firstAtMs: number | undefined;
    const onSignal = () => {
      if (firstAtMs !== undefined && performance.now() - firstAtMs > SECOND_AFTER_MS) process.exit(130);
      firstAtMs ??= performance.now();
      resolve(undefined);
    };
    for (const signal of SIGNALS) process.on(signal, onSignal);
  });
}
