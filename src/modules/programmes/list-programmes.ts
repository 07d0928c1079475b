import type { Handler } from '../../platform/http/implement.ts';
import type { listProgrammes as operation } from './contract.ts';
import { readFundSources, readProgrammes, readTerms } from './db/catalogue.ts';
import { isInForce } from './domain/succession.ts';

/** The catalogue with all its dated terms. */
export const listProgrammes: Handler<typeof operation> = async ({ onDate }, { tx, clock }) => {
  const day = onDate ?? clock.today();
  const [programmes, terms, fundSources] = [
    await readProgrammes(tx),
    await readTerms(tx),
    await readFundSources(tx),
  ];
  return {
    onDate: day,
    programmes: programmes.map((programme) => ({
      ...programme,
      terms: terms
        .filter((term) => term.programmeId === programme.id)
        .map((term) => ({ ...term, isInForce: isInForce(term, day) })),
    })),
    fundSources,
  };
};
