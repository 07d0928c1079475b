import type { OutputOf } from '../../kernel/contract.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Handler } from '../../platform/http/implement.ts';
import type { listDirectives as operation } from './contract.ts';
import { countDirectives, type DirectiveListed, selectDirectivePage } from './db/directive-pages.ts';
import { minutesNumberText } from './domain/minutes.ts';
import { placeText, readPlace } from './domain/page-place.ts';
import { directiveShown } from './task-shown.ts';

const PAGE = 30;

/** Directives of a commune, latest first, each with what came of its tasks [GV38], [GV81]. */
export const listDirectives: Handler<typeof operation> = async (
  { cursor, ...asked },
  { tx, caller, clock },
) => {
  if (!caller.scope.communeIds.includes(asked.communeId)) return refuse('notFound');
  const after = cursor === undefined ? null : readPlace(cursor);
  if (after === undefined) return refuse('cursorInvalid');
  const today = clock.today();
  const choice = { ...asked, today };
  const found = await selectDirectivePage(tx, choice, { after, limit: PAGE + 1 });
  const page = found.slice(0, PAGE);
  const last = found.length > PAGE ? page.at(-1) : undefined;
  return {
    today,
    total: await countDirectives(tx, choice),
    directives: page.map(listed),
    next: last ? placeText({ on: last.givenOn, id: last.id }) : null,
  };
};

function listed({
  given,
  done,
  waiting,
  late,
  returned,
  minutesYear,
  minutesNumber,
  ...row
}: DirectiveListed): OutputOf<typeof operation>['directives'][number] {
  return {
    ...directiveShown(row),
    counts: { given, done, waiting, late, returned },
    minutesNumber:
      minutesYear === null || minutesNumber === null ? null : minutesNumberText(minutesNumber, minutesYear),
  };
}
