import type { Tx } from '../db/database.ts';

/**
 * A transaction that counts the statements it carries out: shows that what is done for many is asked and written once, not once
 * for each.
 */
export function withStatementCount(tx: Tx): { readonly tx: Tx; readonly count: () => number } {
  let carriedOut = 0;
  const counting = tx.withPlugin({
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      carriedOut += 1;
      return result;
    },
  });
  return { tx: counting, count: () => carriedOut };
}
