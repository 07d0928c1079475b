import type { ReactElement } from 'react';
import { reachAgendaItem } from '../../../../modules/governance/contract.ts';
import { useCommand } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { Icon } from '../../../shared/components/icon.tsx';
import { Section } from '../../../shared/components/section.tsx';
import { may, useMe } from '../../session.tsx';
import { type Briefing, hourOf, type Within } from './briefing.ts';

type Item = Briefing['agenda'][number];

/** The item the meeting is at: the one reached last. */
export function presentItem(agenda: readonly Item[]): Item | undefined {
  return agenda
    .filter(({ reachedAt }) => reachedAt !== null)
    .sort((a, b) => ((a.reachedAt ?? '') < (b.reachedAt ?? '') ? 1 : -1))[0];
}

/** The agenda: what was reached and when, where the meeting is, what is to come and how long it is planned for. */
export function AgendaSection({ briefing, within }: { briefing: Briefing; within: Within }): ReactElement {
  const me = useMe();
  const reach = useCommand(reachAgendaItem);
  const present = briefing.state === 'open' ? presentItem(briefing.agenda) : undefined;
  const canLead = briefing.state === 'open' && may(me, reachAgendaItem);
  const minutes = briefing.agenda.reduce((sum, item) => sum + item.minutes, 0);
  return (
    <Section title="Chương trình" note={`${minutes} phút`}>
      <ol className="agenda">
        {briefing.agenda.map((item) => {
          const isPresent = item === present;
          const title = <span>{item.title}</span>;
          return (
            <li
              key={item.itemId}
              className={item.reachedAt !== null && !isPresent ? 'done' : undefined}
              {...(isPresent ? { 'aria-current': 'step' as const } : {})}
            >
              <Icon name={isPresent ? 'next' : item.reachedAt === null ? 'circle' : 'check'} />
              {canLead && !isPresent ? (
                <button
                  type="button"
                  className="agenda-go"
                  disabled={reach.isBusy}
                  onClick={() => void reach.run({ ...within, itemId: item.itemId })}
                >
                  {title}
                </button>
              ) : (
                title
              )}
              <small>{item.reachedAt === null ? `${item.minutes} phút` : hourOf(item.reachedAt)}</small>
            </li>
          );
        })}
      </ol>
      <Refused error={reach.error} />
    </Section>
  );
}
