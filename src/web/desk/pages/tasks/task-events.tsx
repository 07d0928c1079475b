import type { ReactElement } from 'react';
import { operationAddress } from '../../../../kernel/client.ts';
import { formatDate } from '../../../../kernel/dates.ts';
import { readTaskFile } from '../../../../modules/governance/contract.ts';
import { RECORD_KINDS, type RecordLink } from '../../../../modules/governance/domain/record-words.ts';
import { OUTCOMES, TASK_EVENT_WORDS } from '../../../../modules/governance/domain/task.ts';
import { showGroup } from '../../../../modules/groups/contract.ts';
import { showLoan } from '../../../../modules/portfolio/contract.ts';
import { Icon } from '../../../shared/components/icon.tsx';
import { Section } from '../../../shared/components/section.tsx';
import { formatMoment } from '../../../shared/format.ts';
import { AppLink } from '../../../shared/navigation.tsx';
import { paths } from '../../paths.ts';
import { may, useMe } from '../../session.tsx';
import type { WholeTask, WithinTask } from './task.ts';

type Event = WholeTask['events'][number];

/** What happened to a task, the newest first, each report with its photos, papers and the records it names. */
export function TaskEvents(props: {
  readonly whole: WholeTask;
  readonly within: WithinTask;
  readonly communeCode: string;
}): ReactElement {
  const { whole, within, communeCode } = props;
  return (
    <Section title="Diễn biến">
      <ol className="task-events">
        {whole.events.toReversed().map((event) => (
          <li key={event.eventId}>
            <b>{eventWords(event, whole)}</b>
            <span className="small dim">
              {writerWords(event)}, {formatMoment(event.at)}
            </span>
            {event.outcome === null ? null : (
              <span className="small">
                {OUTCOMES[event.outcome]}
                {event.doneOn === null ? '' : `, làm ngày ${formatDate(event.doneOn)}`}
              </span>
            )}
            {event.text === null ? null : <p>{event.text}</p>}
            {event.records.length === 0 ? null : <Records event={event} communeCode={communeCode} />}
            {event.files.length === 0 ? null : <Files event={event} within={within} />}
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** What happened; of a hand-over also to whom, where the person may read that. */
export function eventWords(
  { kind }: Pick<Event, 'kind'>,
  { handedToName }: Pick<WholeTask, 'handedToName'>,
): string {
  if (kind !== 'handedOver' || handedToName === null) return TASK_EVENT_WORDS[kind];
  return `Chuyển ${handedToName}`;
}

/** Who wrote something down, and for whom where that is another [GV35]. */
export function writerWords({ byName, writtenFor }: Pick<Event, 'byName' | 'writtenFor'>): string {
  return writtenFor === null ? byName : `${byName} ghi thay ${writtenFor}`;
}

/** What the records of a report said on its day, and say now [GV86]. */
function Records({ event, communeCode }: { event: Event; communeCode: string }): ReactElement {
  return (
    <ul className="task-records">
      {event.records.map(({ kind, seen }, place) => (
        <li key={seen === null ? `${kind} ${place}` : JSON.stringify(seen.link)}>
          {seen === null ? (
            <span className="dim">{RECORD_KINDS[kind]} ngoài phạm vi được giao</span>
          ) : (
            <>
              <RecordTitle link={seen.link} title={seen.title} communeCode={communeCode} />
              <span className="small">Ngày báo cáo: {seen.said}</span>
              <span className="small dim">{nowOf(seen)}</span>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function nowOf({ said, saysNow }: NonNullable<Event['records'][number]['seen']>): string {
  if (saysNow === null) return 'Nay không còn trong hồ sơ.';
  return saysNow === said ? 'Nay vẫn vậy.' : `Nay: ${saysNow}`;
}

function RecordTitle(props: { link: RecordLink; title: string; communeCode: string }): ReactElement {
  const me = useMe();
  const { link, title, communeCode } = props;
  if (link.kind === 'loan')
    return may(me, showLoan) ? (
      <AppLink href={paths.loan(communeCode, link.contractNo)}>{title}</AppLink>
    ) : (
      <b>{title}</b>
    );
  if (link.kind === 'group')
    return may(me, showGroup) ? (
      <AppLink href={paths.group(communeCode, link.groupCode)}>{title}</AppLink>
    ) : (
      <b>{title}</b>
    );
  return <AppLink href={paths.household(communeCode, link.householdId)}>{title}</AppLink>;
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
