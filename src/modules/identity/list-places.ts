import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { listPlaces as operation } from './contract.ts';
import { placesToGive } from './db/places.ts';
import { ASSOCIATION_NAMES } from './domain/assignment.ts';

/** What an office held can be of today, for the administrator's form. */
export async function listPlaces(
  { communeId }: InputOf<typeof operation>,
  { tx, clock }: HandlerContext,
): Promise<OutputOf<typeof operation>> {
  const { offices, communes, villages } = await placesToGive(tx, { today: clock.today(), communeId });
  const associations = Object.entries(ASSOCIATION_NAMES).map(([code, name]) => ({ code, name }));
  return { offices: [...offices], communes: [...communes], villages: [...villages], associations };
}
