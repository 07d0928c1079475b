import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { listPolicyNews as operation } from './contract.ts';
import { selectLastClosed } from './db/briefings-around.ts';
import { MOST_POLICY_NEWS } from './domain/bounds.ts';
import { policyNews } from './policy-news.ts';

/** What is new of policies in a commune since its last briefing, to today, in the words of the agenda's item [GV146]. */
export async function listPolicyNews(
  { communeId }: InputOf<typeof operation>,
  context: HandlerContext,
): Promise<OutputOf<typeof operation>> {
  const until = context.clock.today();
  const last = await selectLastClosed(context.tx, { communeId, until });
  const news = await policyNews(context, { communeId, until, before: last?.heldOn });
  return { since: last?.heldOn ?? null, count: news.length, news: news.slice(0, MOST_POLICY_NEWS) };
}
