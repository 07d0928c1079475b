import { paths } from '../../paths.ts';
import { codeOfCommune, useMe } from '../../session.tsx';
import { useSearchParams } from '../../use-address.ts';
import type { Within } from './briefing.ts';
import type { Sought } from './long-lines.ts';
import { BEFORE_ID, CONCLUSIONS_ID } from './places.ts';

/** What is looked for in one list of the page, as the address says it, and the address that says something else and leads there. */
export type LookThrough = { readonly sought: Sought; readonly hrefOf: (sought: Sought) => string };

/** How the conclusions of a briefing and those of the one before are looked through, each by itself. */
export function useLookThrough({ communeId, briefingId }: Within): Record<'here' | 'before', LookThrough> {
  const code = codeOfCommune(useMe(), communeId);
  const { tim = '', cua, truoc = '' } = useSearchParams();
  return {
    here: {
      sought: { words: tim, isOwnOnly: cua === 'toi' },
      hrefOf: ({ words, isOwnOnly }) =>
        `${paths.briefing(code, briefingId, { tim: words, cua: isOwnOnly ? 'toi' : '', truoc })}#${CONCLUSIONS_ID}`,
    },
    before: {
      sought: { words: truoc, isOwnOnly: false },
      hrefOf: ({ words }) => `${paths.briefing(code, briefingId, { tim, cua, truoc: words })}#${BEFORE_ID}`,
    },
  };
}
