const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Ctrl+C below `npm start` may arrive twice at once: from the terminal and from npm. */
const SECOND_AFTER_MS = 2_000;

const PARENT_POLL_MS = 250;

/**
 * Resolves when the process is asked to stop. Asked again later, it ends at once: the next start repairs.
 *
 * @param hasParent true below `npm start`: npm hands SIGTERM to the shell between us, which dies without handing it
 * on. That the parent has gone is then the request.
 */
export function stopRequested({ hasParent = false }: { hasParent?: boolean } = {}): Promise<undefined> {
  return new Promise((resolve) => {
    let firstAtMs: number | undefined;
    const onSignal = () => {
      if (firstAtMs !== undefined && performance.now() - firstAtMs > SECOND_AFTER_MS) process.exit(130);
      firstAtMs ??= performance.now();
      resolve(undefined);
    };
    for (const signal of SIGNALS) process.on(signal, onSignal);
    if (hasParent) watchParent(() => resolve(undefined));
  });
}

function watchParent(onGone: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    onGone();
  }, PARENT_POLL_MS);
  timer.unref();
}
