import type { Handler } from '../../platform/http/implement.ts';
import { ruleValues } from '../programmes/index.ts';
import { borrowerNames } from '../registry/index.ts';
import type { listBorrowerNames as operation } from './contract.ts';
import { findOffices } from './find-seats.ts';

/** The names that the hall of the next meeting is not shown, for forms beside none [GV157]. */
export const listBorrowerNames: Handler<typeof operation> = async ({ communeId }, context) => {
  const { tx, clock } = context;
  const { seats } = await findOffices(context, communeId);
  const holders = seats.flatMap(({ holderName }) => (holderName === null ? [] : [holderName]));
  return {
    names: [...new Set(await borrowerNames(tx, communeId))],
    officials: [...new Set(holders)],
    hallHouseholdLevel: Number((await ruleValues(tx, clock.today())).of('hallHouseholdLevel').value),
  };
};
