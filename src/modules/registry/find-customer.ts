import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import { type Outcome, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { findCustomer as operation } from './contract.ts';
import { selectCustomer } from './db/households.ts';

/** Where the household of a customer is. */
export async function findCustomer(
  { communeId, customerCode }: InputOf<typeof operation>,
  { tx }: HandlerContext,
): Promise<Outcome<OutputOf<typeof operation>, 'notFound'>> {
  return (await selectCustomer(tx, communeId, customerCode)) ?? refuse('notFound');
}
