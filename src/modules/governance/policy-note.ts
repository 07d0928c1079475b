import type { HandlerContext } from '../../platform/command.ts';
import { noteOfLines } from './domain/agenda.ts';
import { type Period, policyNews } from './policy-news.ts';

/**
 * The note of the policies that a new briefing begins with: what is new to its own day [GV140]; null where that is nothing. From then on it
 * is the people's.
 */
export async function policyNote(context: HandlerContext, period: Period): Promise<string | null> {
  return noteOfLines(await policyNews(context, period));
}
