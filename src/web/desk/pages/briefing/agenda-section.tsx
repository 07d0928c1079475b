import type { ReactElement } from 'react';
import type { Id } from '../../../../kernel/ids.ts';
import { reachAgendaItem, writeAgenda } from '../../../../modules/governance/contract.ts';
import { isEnded } from '../../../../modules/governance/domain/briefing.ts';
import { hourMet } from '../../../../modules/governance/domain/hour-met.ts';
import { useCommand } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { Icon } from '../../../shared/components/icon.tsx';
import { Section } from '../../../shared/components/section.tsx';
import { may, useMe } from '../../session.tsx';
import { AgendaEditor } from './agenda-editor.tsx';
import { type AgendaLine, endsAt, lineText, noteOf, sumOfMinutes } from './agenda-lines.ts';
import type { Briefing, Within } from './briefing.ts';
import { useMeeting } from './meeting.tsx';
import { MeetingHour } from './meeting-hour.tsx';
import { type Waiting, waitingOf } from './outbox.ts';
import { type KeptForm, takeKeyboard, useDraft, useKeptForm } from './use-draft.ts';
import { useSentLater } from './use-sent-later.ts';
import { WaitingNote } from './waiting-note.tsx';

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
  const writing = useKeptForm('agenda');
  const canWrite = !isEnded(briefing.state) && may(me, writeAgenda);
  return (
    <Section
      title="Chương trình"
      actions={
        canWrite && !writing.isOpen ? (
          <button
            type="button"
            className="twin no-print"
            ref={writing.moved === 'closed' ? takeKeyboard : undefined}
            onClick={() => writing.open()}
          >
            <Icon name="edit" />
            Sửa
          </button>
        ) : undefined
      }
    >
      {canWrite && writing.isOpen ? (
        <AgendaForm briefing={briefing} within={within} form={writing} />
      ) : (
        <Agenda briefing={briefing} within={within} />
      )}
      {briefing.state === 'preparing' ? <MeetingHour briefing={briefing} within={within} /> : null}
      <WaitingAgendas briefing={briefing} form={writing} />
    </Section>
  );
}

/** What stands in the form of the agenda, with the version that the person began with [GV89]. */
type AgendaDraft = { readonly lines: readonly AgendaLine[]; readonly baseVersion: number };

/** An agenda that was written here and that the server does not have: on its way, or beside another's that was written meanwhile. */
function WaitingAgendas({ briefing, form }: { briefing: Briefing; form: KeptForm }): ReactElement {
  const { waiting, drop } = useMeeting();
  const { agendaVersion: baseVersion } = briefing;
  const mend = ({ entryId, input }: Waiting<'writeAgenda'>) => {
    drop(entryId);
    form.open({ lines: input.items, baseVersion } satisfies AgendaDraft);
  };
  return (
    <>
      {waitingOf(waiting, 'writeAgenda').map((entry) => (
        <WaitingNote
          key={entry.entryId}
          entry={entry}
          text={entry.input.items.map(lineText).join(' · ')}
          onMend={() => mend(entry)}
          anew={() => ({ ...entry, refusal: undefined, input: { ...entry.input, baseVersion } })}
        />
      ))}
    </>
  );
}

/**
 * `45 phút, xong lúc 11:25`: the hour only where the beginning is known. Of a meeting that has ended nothing is foretold: what was
 * planned and, where it was closed on its day, when it ended [GV242].
 */
export function lengthOf(
  briefing: Pick<Briefing, 'agenda' | 'state' | 'meetsAt' | 'openedAt' | 'closedAt' | 'metOn'>,
): string {
  const minutes = `${sumOfMinutes(briefing.agenda)} phút`;
  if (isEnded(briefing.state)) {
    const ended = hourMet(briefing.closedAt, briefing.metOn);
    return ended === null ? `dự kiến ${minutes}` : `dự kiến ${minutes}, kết thúc lúc ${ended}`;
  }
  const begins = beginsAt(briefing);
  return begins === null ? minutes : `${minutes}, xong lúc ${endsAt(begins, briefing.agenda)}`;
}

/** The hour at which the meeting began, until then the one it is planned for; of one that is written down afterwards none [GV139]. */
function beginsAt({
  meetsAt,
  openedAt,
  metOn,
}: Pick<Briefing, 'meetsAt' | 'openedAt' | 'metOn'>): string | null {
  return openedAt === null ? meetsAt : hourMet(openedAt, metOn);
}

function AgendaForm(props: { briefing: Briefing; within: Within; form: KeptForm }): ReactElement {
  const { briefing, within, form } = props;
  const [{ lines: start, baseVersion }, change] = useDraft<AgendaDraft>(form.name, () => ({
    lines: briefing.agenda.map(({ itemId, kind, title, minutes, note }) => ({
      ...{ itemId, kind, title, minutes, note },
    })),
    baseVersion: briefing.agendaVersion,
  }));
  const write = useSentLater('writeAgenda');
  return (
    <>
      <AgendaEditor
        start={start}
        isJustOpened={form.moved === 'opened'}
        startsAt={beginsAt(briefing)}
        isBusy={write.isBusy}
        saveLabel="Ghi chương trình"
        briefing={briefing}
        onLines={(lines) => change({ lines })}
        onCancel={form.close}
        onSave={async (lines) => {
          const items = lines.map((line) => ({ ...line, itemId: line.itemId as Id, note: noteOf(line) }));
          await form.send(
            (onTaken) => write.run({ ...within, baseVersion, items }, onTaken),
            () => change({ baseVersion: baseVersion + 1 }),
          );
        }}
      />
      <Refused error={write.error} />
    </>
  );
}

function Agenda({ briefing, within }: { briefing: Briefing; within: Within }): ReactElement {
  const me = useMe();
  const reach = useCommand(reachAgendaItem);
  const present = briefing.state === 'open' ? presentItem(briefing.agenda) : undefined;
  const canLead = briefing.state === 'open' && may(me, reachAgendaItem);
  return (
    <>
      <ol className="agenda">
        {briefing.agenda.map((item) => (
          <AgendaItem
            key={item.itemId}
            item={item}
            hour={hourMet(item.reachedAt, briefing.metOn)}
            isPresent={item === present}
            {...(canLead && item !== present
              ? { onGo: () => void reach.run({ ...within, itemId: item.itemId }), isBusy: reach.isBusy }
              : {})}
          />
        ))}
      </ol>
      <p className="agenda-sum small dim">{lengthOf(briefing)}</p>
      <Refused error={reach.error} />
    </>
  );
}

/** One item; `onGo` for whoever leads the meeting to it. */
function AgendaItem(props: {
  item: Item;
  /** When the meeting came to it; null before that, and where nobody knows. */
  hour: string | null;
  isPresent: boolean;
  onGo?: () => void;
  isBusy?: boolean;
}): ReactElement {
  const { item, isPresent } = props;
  const title = <span>{item.title}</span>;
  return (
    <li
      className={item.reachedAt !== null && !isPresent ? 'done' : undefined}
      {...(isPresent ? { 'aria-current': 'step' as const } : {})}
    >
      <Icon name={isPresent ? 'next' : item.reachedAt === null ? 'circle' : 'check'} />
      {props.onGo === undefined ? (
        title
      ) : (
        <button type="button" className="agenda-go" disabled={props.isBusy} onClick={props.onGo}>
          {title}
        </button>
      )}
      <small>{props.hour ?? `${item.minutes} phút`}</small>
      {item.note === null ? null : <p className="agenda-note small">{item.note}</p>}
    </li>
  );
}
