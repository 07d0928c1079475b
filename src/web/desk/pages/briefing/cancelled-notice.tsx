import { Fragment, type ReactElement } from 'react';
import { formatDate } from '../../../../kernel/dates.ts';
import { listInvitations, prepareBriefing } from '../../../../modules/governance/contract.ts';
import { Icon } from '../../../shared/components/icon.tsx';
import { formatInteger, formatMoment } from '../../../shared/format.ts';
import { AppLink } from '../../../shared/navigation.tsx';
import { paths } from '../../paths.ts';
import { may, useMe } from '../../session.tsx';
import type { Briefing, Within } from './briefing.ts';
import { sessionWords, sumOfGivenBack, toldWords } from './cancelled-words.ts';
import { usePrepare } from './use-prepare.tsx';

type Cancelled = NonNullable<Briefing['cancelled']>;
type Props = { readonly briefing: Briefing; readonly within: Within; readonly communeCode: string };
type Told = Omit<Props, 'briefing'> & { readonly cancelled: Cancelled };

/** At the head of a briefing that is not held: who said so, when, why, and what came of all that belonged to it [GV109]. */
export function CancelledNotice({ briefing, within, communeCode }: Props): ReactElement | null {
  const { cancelled } = briefing;
  if (cancelled === null) return null;
  const told = { within, communeCode, cancelled };
  return (
    <div className="notice cancelled">
      <Icon name="info" />
      <div>
        <p>
          <b>Không tổ chức giao ban này.</b> {cancelled.byName} ghi lúc {formatMoment(cancelled.at)}.
        </p>
        <p className="reason">Lý do: {cancelled.reason}</p>
        <GivenBack {...told} />
        <ToldInvited {...told} />
        <Anew briefing={briefing} {...told} />
      </div>
    </div>
  );
}

/** Where what nobody had answered is now [GV110]; the numbers apart where it went to several places. */
function GivenBack({ communeCode, cancelled: { givenBack } }: Told): ReactElement | null {
  if (givenBack.length === 0) return null;
  const isOnePlace = givenBack.length === 1;
  return (
    <p className="in-text">
      {formatInteger(sumOfGivenBack(givenBack))} khó khăn chưa trả lời{isOnePlace ? ' ' : ': '}
      {givenBack.map(({ briefingId, metOn, difficulties }, at) => (
        <Fragment key={briefingId}>
          {at === 0 ? '' : ', '}
          {isOnePlace ? '' : `${formatInteger(difficulties)} `}
          {briefingId === null || metOn === null ? (
            <AppLink href={paths.briefings(communeCode)}>chờ buổi giao ban tới</AppLink>
          ) : (
            <AppLink href={paths.briefing(communeCode, briefingId)}>
              đưa sang giao ban {formatDate(metOn)}
            </AppLink>
          )}
        </Fragment>
      ))}
      .
    </p>
  );
}

/** Who is told that it is not held [GV111]; names and mails stand on the page of invitations. */
function ToldInvited({ within, communeCode, cancelled }: Told): ReactElement | null {
  const me = useMe();
  const words = toldWords(cancelled);
  if (words === '') return null;
  return (
    <p className="in-text">
      Người đã được mời:{' '}
      {may(me, listInvitations) ? (
        <AppLink href={paths.invitations(communeCode, within.briefingId)}>{words}</AppLink>
      ) : (
        words
      )}
      .
    </p>
  );
}

/** The briefing that was prepared for the session since, or the step to prepare one on the day that the calendar has for it now [GV202]. */
function Anew({ briefing, communeCode, cancelled }: Props & Told): ReactElement | null {
  const me = useMe();
  const { communeId, pointCode, today } = briefing;
  const { prepare, isBusy, refused } = usePrepare({ id: communeId, code: communeCode });
  const { preparedAnew, isGoneOnFrom, sessionOn } = cancelled;
  if (preparedAnew !== null)
    return (
      <p className="in-text">
        <AppLink href={paths.briefing(communeCode, preparedAnew)}>
          Giao ban đã chuẩn bị lại cho phiên này
        </AppLink>
      </p>
    );
  if (!may(me, prepareBriefing)) return null;
  const moved = sessionWords(briefing, sessionOn);
  if (sessionOn === null) return <p className="small dim">{moved}</p>;
  return (
    <div className="no-print anew">
      {moved === '' ? null : <p className="small dim">{moved}</p>}
      {sessionOn < today ? (
        <p className="small dim">Ghi nhầm, phiên ấy có họp thì chuẩn bị lại rồi ghi buổi đã họp.</p>
      ) : null}
      <p className="small dim">
        Buổi chuẩn bị lại giữ những gì đã ghi tay ở{' '}
        {isGoneOnFrom ? 'buổi này' : 'buổi không tổ chức sau cùng của phiên này'}: điểm cần nêu, chương trình,
        giờ, thứ cần mang theo, người mời thêm. Điểm danh thì ghi lại từ đầu.
      </p>
      <button
        type="button"
        className="btn sm"
        disabled={isBusy}
        onClick={() => void prepare({ pointCode, heldOn: sessionOn })}
      >
        Chuẩn bị lại giao ban
      </button>
      {refused}
    </div>
  );
}
