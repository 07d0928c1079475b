import type { HandlerContext } from '../../platform/command.ts';
import { borrowerNames } from '../registry/index.ts';
import { type BriefingsAsked, selectHouseholdNames, selectOfficialNames } from './db/hall-names.ts';
import { inWholeCommune } from './find-difficulties.ts';

/** Names that the hall does not see of a household, and those of them that somebody with an office has too. */
export type HallNames = { readonly households: readonly string[]; readonly officials: readonly string[] };

/**
 * Whose names the hall is not shown in texts of some briefings [GV122]: of the commune's borrowers, and of the households that their
 * difficulties are about. Found over the whole commune, whoever asks: what they are used for must not tell them.
 */
export async function hallNames(
  asking: Pick<HandlerContext, 'tx' | 'caller'>,
  asked: BriefingsAsked,
): Promise<HallNames> {
  const { tx } = asking;
  return inWholeCommune(asking, async () => {
    const spokenOf = await selectHouseholdNames(tx, asked);
    const borrowers = await borrowerNames(tx, asked.communeId);
    const officials = await selectOfficialNames(tx, asked);
    return {
      households: [...spokenOf, ...borrowers],
      // Whoever is spoken of is meant, whatever they are besides.
      officials: officials.filter((name) => !spokenOf.includes(name)),
    };
  });
}
