import type { ReactElement } from 'react';
import { operationAddress } from '../../../../kernel/client.ts';
import { formatDate } from '../../../../kernel/dates.ts';
import { readTaskFile } from '../../../../modules/governance/contract.ts';
import { OUTCOMES, TASK_EVENT_WORDS } from '../../../../modules/governance/domain/task.ts';
import { Icon } from '../../../shared/components/icon.tsx';
import { Section } from '../../../shared/components/section.tsx';
import { formatMoment } from '../../../shared/format.ts';
import type { WholeTask, WithinTask } from './task.ts';

type Event = WholeTask['events'][number];

/** What happened to a task, the newest first, each report with its photos and papers. */
export function TaskEvents({ whole, within }: { whole: WholeTask; within: WithinTask }): ReactElement {
  return (
    <Section title="Diễn biến">
      <ol className="task-events">
        {whole.events.toReversed().map((event) => (
          <li key={event.eventId}>
            <b>{TASK_EVENT_WORDS[event.kind]}</b>
            <span className="small dim">
              {event.byName}, {formatMoment(event.at)}
            </span>
            {event.outcome === null ? null : (
              <span className="small">
                {OUTCOMES[event.outcome]}
                {event.doneOn === null ? '' : `, làm ngày ${formatDate(event.doneOn)}`}
              </span>
            )}
            {event.text === null ? null : <p>{event.text}</p>}
            {event.files.length === 0 ? null : <Files event={event} within={within} />}
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Files({ event, within }: { event: Event; within: WithinTask }): ReactElement {
  return (
    <ul className="task-files">
      {event.files.map(({ fileId, name, mediaType, scan }) => {
        const href = operationAddress(readTaskFile, { ...within, fileId });
        return (
          <li key={fileId}>
            <a href={href} download={name}>
              {mediaType.startsWith('image/') ? (
                <img src={href} alt={`Ảnh kèm báo cáo: ${name}`} loading="lazy" />
              ) : (
                <Icon name="document" />
              )}
              <span>{name}</span>
            </a>
            {scan === 'notScanned' ? <span className="small dim">chưa quét virus</span> : null}
          </li>
        );
      })}
    </ul>
  );
}
