import type { ReactElement } from 'react';
import type { Id } from '../../../../kernel/ids.ts';
import { addConclusion, listSeats } from '../../../../modules/governance/contract.ts';
import { isEnded } from '../../../../modules/governance/domain/briefing.ts';
import { seatHeld } from '../../../../modules/governance/domain/seat.ts';
import { useQuestion } from '../../../shared/api/query.ts';
import { Section } from '../../../shared/components/section.tsx';
import { formatInteger } from '../../../shared/format.ts';
import { may, useMe } from '../../session.tsx';
import type { Briefing, Within } from './briefing.ts';
import { ConclusionForm } from './conclusion-form.tsx';
import { ConclusionLine } from './conclusion-line.tsx';
import { DirectivesLink, useTasksOfConclusions } from './conclusion-tasks.tsx';
import { useMeeting } from './meeting.tsx';
import { waitingOf } from './outbox.ts';
import { isOutside, seatOptions } from './seats-typed.ts';
import { useHeldLines } from './use-held-lines.ts';
import { useLongLines } from './use-long-lines.tsx';
import { useLookThrough } from './use-look-through.ts';

type Conclusion = Briefing['conclusions'][number];

/** The conclusions, one line each, and the line in which the next is typed. */
export function ConclusionsSection({
  briefing,
  within,
}: {
  briefing: Briefing;
  within: Within;
}): ReactElement {
  const me = useMe();
  const canWrite = may(me, addConclusion) && !isEnded(briefing.state);
  const { data } = useQuestion(listSeats, within, { enabled: canWrite });
  const tasks = useTasksOfConclusions(briefing, within);
  const outbox = useMeeting();
  const known = new Set(briefing.conclusions.map(({ conclusionId }) => conclusionId));
  const changed = waitingOf(outbox.waiting, 'changeConclusion').map(({ input }) => input.conclusionId);
  const measured = useHeldLines('measure.', []);
  const unsent = waitingOf(outbox.waiting, 'addConclusion').filter(
    ({ input }) => !known.has(input.conclusionId),
  );
  const lines = [...known, ...unsent.map(({ input }) => input.conclusionId)];
  const shown = useHeldLines('conclusion.', lines, [...changed, ...measured]);
  const ownSeat = seatHeld(me.acting);
  const { classOf, finder, more } = useLongLines({
    label: 'Chữ trong kết luận, người làm',
    lines: briefing.conclusions,
    keyOf: (line) => line.conclusionId,
    toFind: (line) => ({
      texts: [line.text, line.ownerName],
      isOwn: ownSeat !== null && line.ownerSeat === ownSeat,
    }),
    ...useLookThrough(within).here,
    isOver: isEnded(briefing.state),
  });
  return (
    <Section title="Kết luận" note={noteOf(briefing.conclusions)}>
      {finder}
      <ol className="lines">
        {shown.map((conclusionId) => (
          <ConclusionLine
            key={conclusionId}
            conclusionId={conclusionId as Id}
            {...placeOf(briefing.conclusions, conclusionId, { lines, classOf })}
            unsent={unsent.find(({ input }) => input.conclusionId === conclusionId)}
            briefing={briefing}
            within={within}
            seats={seatOptions(data)}
            canWrite={canWrite}
            tasks={tasks}
          />
        ))}
      </ol>
      {more}
      <DirectivesLink briefing={briefing} within={within} />
      {canWrite ? (
        <ConclusionForm within={within} briefing={briefing} seats={seatOptions(data)} onAdd={outbox.put} />
      ) : null}
    </Section>
  );
}

/** The number of a line and whether it is in sight; a line that was taken out has none, and is seen as long as it is held. */
function placeOf(
  conclusions: readonly Conclusion[],
  conclusionId: string,
  among: { readonly lines: readonly string[]; readonly classOf: (line: Conclusion) => string | undefined },
): { readonly number: number | undefined; readonly className: string | undefined } {
  const i = among.lines.indexOf(conclusionId);
  const line = conclusions[i];
  return { number: i < 0 ? undefined : i + 1, className: line && among.classOf(line) };
}

function noteOf(conclusions: readonly Conclusion[]): string {
  if (conclusions.length === 0) return 'chưa có';
  const open = conclusions.filter(({ ownerName, dueOn }) => ownerName === null || dueOn === null).length;
  const count = formatInteger(conclusions.length);
  const outside = conclusions.filter(isOutside).length;
  const told = open === 0 ? 'đủ người và hạn' : `${formatInteger(open)} chưa đủ người và hạn`;
  return `${count}, ${told}${outside === 0 ? '' : `, ${formatInteger(outside)} ngoài hệ thống`}`;
}
