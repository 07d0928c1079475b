import { type ReactElement, useState } from 'react';
import { type BusinessDate, formatDate, formatWeekdayDate } from '../../../../kernel/dates.ts';
import type { Id } from '../../../../kernel/ids.ts';
import { listBriefings } from '../../../../modules/governance/contract.ts';
import { recordNotice, withdrawNotice } from '../../../../modules/sessions/contract.ts';
import { useCommand } from '../../../shared/api/query.ts';
import { EmptyState } from '../../../shared/components/states.tsx';
import { Status } from '../../../shared/components/status.tsx';
import { AppLink } from '../../../shared/navigation.tsx';
import { paths } from '../../paths.ts';
import { may, useMe } from '../../session.tsx';
import { takeKeyboard } from '../../use-kept-form.ts';
import { NoticeForm } from './notice-form.tsx';
import { hoursOf, nextSession, notesOf, type Session } from './session.ts';

/**
 * The sessions in order of day, each with what is to be known of its day and the notice that moved it; from the next one one
 * goes to its briefing.
 */
export function Sessions(props: {
  readonly communeId: Id;
  readonly communeCode: string;
  readonly sessions: readonly Session[];
  readonly today: BusinessDate;
}): ReactElement {
  const [moving, setMoving] = useState<string>();
  /** Where the form was closed or a notice withdrawn: what can be pressed there next has the keyboard. */
  const [left, setLeft] = useState<string>();
  if (props.sessions.length === 0)
    return (
      <EmptyState>
        Chưa có điểm giao dịch nào trong sổ. Điểm đến từ tệp tổ trưởng, hoặc ghi ở bên cạnh.
      </EmptyState>
    );
  const next = nextSession(props.sessions, props.today);
  return (
    <ul className="who-l sessions">
      {props.sessions.map((session) => {
        const key = `${session.point.id} ${session.regularOn}`;
        return (
          <SessionRow
            key={key}
            communeId={props.communeId}
            session={session}
            briefingsHref={session === next ? paths.briefings(props.communeCode) : undefined}
            isPast={(session.heldOn ?? session.regularOn) < props.today}
            isMoving={moving === key}
            hasKeyboard={left === key}
            onMove={(isMoving) => {
              setMoving(isMoving ? key : undefined);
              setLeft(isMoving ? undefined : key);
            }}
          />
        );
      })}
    </ul>
  );
}

function SessionRow(props: {
  communeId: Id;
  session: Session;
  /** Of the next session: where its briefing is prepared and opened. */
  briefingsHref: string | undefined;
  isPast: boolean;
  isMoving: boolean;
  hasKeyboard: boolean;
  onMove: (isMoving: boolean) => void;
}): ReactElement {
  const me = useMe();
  const { session, briefingsHref, isPast, isMoving } = props;
  const canMove = may(me, recordNotice) && session.notice === null && !isPast;
  const notes = notesOf(session);
  const keyboard = props.hasKeyboard ? takeKeyboard : undefined;
  return (
    <li className={isPast ? 'is-past' : undefined}>
      <div className="r">
        <b>{formatWeekdayDate(session.heldOn ?? session.regularOn)}</b>
        <SessionState
          session={session}
          communeId={props.communeId}
          keyboard={keyboard}
          onWithdrawn={() => props.onMove(false)}
        />
        <span className="acts no-print">
          {briefingsHref !== undefined && may(me, listBriefings) ? (
            <AppLink className="twin" href={briefingsHref}>
              Giao ban
            </AppLink>
          ) : null}
          {canMove && !isMoving ? (
            <button type="button" className="link small" ref={keyboard} onClick={() => props.onMove(true)}>
              Ghi thông báo dời, nghỉ
            </button>
          ) : null}
        </span>
      </div>
      <span className="sub">
        {session.point.name}, {hoursOf(session)}, {session.lunar}
      </span>
      {notes.map((note) => (
        <Status key={note} tone="dim" icon="info" small>
          {note}
        </Status>
      ))}
      {isMoving ? (
        <NoticeForm communeId={props.communeId} session={session} onDone={() => props.onMove(false)} />
      ) : null}
    </li>
  );
}

function SessionState(props: {
  session: Session;
  communeId: Id;
  keyboard: typeof takeKeyboard | undefined;
  onWithdrawn: () => void;
}): ReactElement | null {
  const { session, communeId } = props;
  const me = useMe();
  const withdraw = useCommand(withdrawNotice);
  const { notice } = session;
  const takeBack = async (noticeId: Id) => {
    if ((await withdraw.run({ communeId, noticeId })) !== undefined) props.onWithdrawn();
  };
  if (notice === null) return null;
  return (
    <span>
      <Status tone="warn" icon="info">
        {session.heldOn === null ? 'Nghỉ' : `Dời từ ${formatDate(session.regularOn)}`}, {notice.reason},{' '}
        {notice.document}
      </Status>{' '}
      {may(me, withdrawNotice) ? (
        <button
          type="button"
          className="link small no-print"
          ref={props.keyboard}
          disabled={withdraw.isBusy}
          onClick={() => void takeBack(notice.id)}
        >
          Thu hồi
        </button>
      ) : null}
    </span>
  );
}
