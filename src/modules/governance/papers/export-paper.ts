import { formatDate } from '../../../kernel/dates.ts';
import { isRefusal, refuse } from '../../../kernel/refusal.ts';
import type { MakingHandler } from '../../../platform/http/implement.ts';
import type { exportPaper as operation } from '../contract.ts';
import { PAPER_FORMATS } from '../domain/papers/paper-kinds.ts';
import { gatherPapers } from './gather-papers.ts';
import { paperFileName, renderPapers } from './render-papers.ts';
import { writePapers } from './write-papers.ts';

/** A paper of a briefing as a file [GV60], printed once it is read: a letter for each of sixty takes seconds, and no connection waits for them. */
export const exportPaper: MakingHandler<typeof operation> = async (
  { communeId, briefingId, kind, format, form },
  context,
) => {
  // An invitation tells nothing that the meeting has yet to say.
  const whole = kind !== 'invitation';
  const sources = await gatherPapers(context, { communeId, briefingId }, { whole });
  if (isRefusal(sources)) return sources;
  const papers = writePapers(sources, kind, form);
  if (papers.length === 0) return refuse('noSuchPaper', { heldOn: formatDate(sources.briefing.heldOn) });
  return {
    name: paperFileName(sources, { kind, format, form }),
    mediaType: PAPER_FORMATS[format].mediaType,
    make: () => renderPapers(papers, format),
  };
};
