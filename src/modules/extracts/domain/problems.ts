import type { RefusalData } from '../../../kernel/refusal.ts';
import type { FILE_REFUSALS } from '../refusals.ts';

/** Something that makes a file unusable, as a refusal code with its data. */
export type Problem = { readonly code: keyof typeof FILE_REFUSALS; readonly data: RefusalData };

/** The problems met in one file: the first ones are kept, all are counted. */
export type Problems = {
  readonly first: readonly Problem[];
  count(): number;
  add(code: Problem['code'], data: RefusalData): void;
};

const KEPT = 20;

/** Starts a list of problems; `place` (file and sheet) is added to each. */
export function problemsIn(place: RefusalData): Problems {
  const first: Problem[] = [];
  let count = 0;
  return {
    first,
    count: () => count,
    add: (code, data) => {
      count += 1;
      if (first.length < KEPT) first.push({ code, data: { ...place, ...data } });
    },
  };
}
