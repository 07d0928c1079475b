import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Handler } from '../../platform/http/implement.ts';
import { refuseMoreConclusions } from './add-conclusion.ts';
import { changeBriefing } from './change-briefing.ts';
import type { measureConclusion as operation } from './contract.ts';
import { selectConclusion, writeMeasure } from './db/conclusions.ts';
import type { MeasuredBy } from './domain/measured-by.ts';
import { findMeasuredLoans } from './find-measured-loans.ts';

/**
 * Says by which figures a conclusion will be told [GV82]; chosen for a line that has changed meanwhile, it is chosen again, and for one
 * that was taken out it brings the line back [GV119].
 */
export const measureConclusion: Handler<typeof operation> = async (
  { communeId, briefingId, conclusionId, baseVersion, measuredBy },
  context,
) =>
  changeBriefing(context, { communeId, briefingId }, async ({ heldOn }) => {
    const { tx } = context;
    const standing = await selectConclusion(tx, communeId, conclusionId);
    if (!standing || standing.briefingId !== briefingId) return refuse('notFound');
    const isStanding =
      !standing.isRemoved &&
      standing.version === baseVersion + 1 &&
      isMeasuredBy(standing.measuredBy, measuredBy);
    if (standing.version !== baseVersion && !isStanding) return refuse('lineChanged');
    const found = measuredBy && (await findMeasuredLoans(context, { communeId, on: heldOn, measuredBy }));
    if (found && isRefusal(found)) return found;
    const many = standing.isRemoved ? await refuseMoreConclusions(tx, { communeId, briefingId }) : undefined;
    if (many) return many;
    const shown = measuredBy && found && { ...measuredBy, words: found.words };
    if (!isStanding) await writeMeasure(tx, { communeId, conclusionId, measuredBy: shown });
    return {
      answer: { version: baseVersion + 1, loans: found?.loans.length ?? 0 },
      subject: {
        conclusion: conclusionId,
        figure: measuredBy?.figure ?? null,
        list: measuredBy?.list ?? null,
      },
      isStanding,
    };
  });

/** Whether a line is measured already as somebody asks [GV93]. */
function isMeasuredBy(standing: MeasuredBy | null, asked: MeasuredBy | null): boolean {
  if (standing === null || asked === null) return standing === asked;
  return (['figure', 'list', 'part', 'code'] as const).every((field) => standing[field] === asked[field]);
}
