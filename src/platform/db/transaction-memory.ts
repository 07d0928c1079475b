import type { Tx } from './database.ts';

/** Answers with the kept value of a key, or reads and keeps it. */
export type TransactionMemory<T> = (tx: Tx, key: string, read: () => Promise<T>) => Promise<T>;

/**
 * Keeps what is asked again and again in one transaction and does not change in it: rules, the name of who acts. Gone with
 * the transaction; a reading that failed is not kept.
 */
export function transactionMemory<T>(): TransactionMemory<T> {
  const kept = new WeakMap<Tx, Map<string, Promise<T>>>();
  return (tx, key, read) => {
    const ofTransaction = kept.get(tx) ?? new Map<string, Promise<T>>();
    kept.set(tx, ofTransaction);
    const standing = ofTransaction.get(key);
    if (standing !== undefined) return standing;
    const reading = read().catch((error: unknown) => {
      ofTransaction.delete(key);
      throw error;
    });
    ofTransaction.set(key, reading);
    return reading;
  };
}
