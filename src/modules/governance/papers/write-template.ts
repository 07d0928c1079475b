import { formatDate } from '../../../kernel/dates.ts';
import { isRefusal, refuse } from '../../../kernel/refusal.ts';
import type { Handler } from '../../../platform/http/implement.ts';
import { callerName } from '../../identity/index.ts';
import { canonicalHash } from '../canonical-hash.ts';
import type { writeTemplate as operation } from '../contract.ts';
import { insertTemplate, selectTemplates } from '../db/paper-templates.ts';
import { inOffice, noteOffice } from './in-office.ts';
import { judgeTemplate } from './judge-template.ts';
import { templateOn } from './template-on.ts';

/** Writes the next template of a paper; what was written before stays [GV61] [GV62]. One that changes nothing is not written [GV128]. */
export const writeTemplate: Handler<typeof operation> = async (
  { officeId, kind, latestVersion, validFrom, content },
  context,
) => {
  const { tx, caller, clock } = context;
  const version = latestVersion + 1;
  const row = { kind, version, validFrom, content, writtenBy: caller.userId, writtenAt: clock.now() };
  const writtenByName = await callerName(context);
  const outcome = await inOffice(context, officeId, async () => {
    const faulty = judgeTemplate(content, kind);
    if (faulty) return faulty;
    const today = clock.today();
    if (validFrom < today) return refuse('templateBackdated', { today: formatDate(today) });
    const written = await selectTemplates(tx, officeId, kind);
    const isNext = (written[0]?.version ?? 0) === latestVersion;
    if (!isNext) return refuse('templateChanged');
    const { template } = templateOn(kind, written, validFrom);
    if (canonicalHash(template) === canonicalHash(content))
      return refuse('templateSame', { validFrom: formatDate(validFrom) });
    const isWritten = await insertTemplate(tx, officeId, { ...row, writtenByName });
    return isWritten ? { version } : refuse('templateChanged');
  });
  if (!isRefusal(outcome)) noteOffice(context, { office: officeId, template: kind, version, validFrom });
  return outcome;
};
