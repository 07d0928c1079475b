import { Fragment, type ReactElement } from 'react';
import { flushSync } from 'react-dom';
import { listSeats } from '../../../../modules/governance/contract.ts';
import { useQuestion } from '../../../shared/api/query.ts';
import { formatInteger } from '../../../shared/format.ts';
import { bodiesInWords, type NumberedLine, type Unready } from './before-closing.ts';
import type { Briefing, Within } from './briefing.ts';
import { leftInMeeting } from './left-in-meeting.ts';
import { leftOutCounts } from './left-out.ts';
import { useLeftOut } from './left-out-section.tsx';
import { conclusionEditId, conclusionLineId } from './places.ts';
import { isOutside } from './seats-typed.ts';
import { givenToVacant } from './vacant-owners.ts';

/** The first lines are enough to begin with: the next ones stand here once these are mended. */
const LINES_LED_TO = 12;

/** What keeps the meeting from being closed, with the way to each line [GV229]: the question goes, the line's form opens. */
export function NotReady(props: {
  readonly unready: readonly Unready[];
  /** Takes the question away. */
  readonly onLeave: () => void;
}): ReactElement | null {
  if (props.unready.length === 0) return null;
  const leadTo = (line: NumberedLine, { isMended }: Unready) => {
    // Closed, the question gives the keyboard back to its button: only then does the line get it.
    flushSync(props.onLeave);
    if (isMended) document.getElementById(conclusionEditId(line.conclusionId))?.click();
    document.getElementById(conclusionLineId(line.conclusionId))?.scrollIntoView({ block: 'center' });
  };
  return (
    <div className="notice warn">
      <div>
        {props.unready.map((one) => (
          <p key={one.words} className="in-text">
            Kết luận{' '}
            {one.lines.slice(0, LINES_LED_TO).map((line, at) => (
              <Fragment key={line.conclusionId}>
                {at === 0 ? '' : ', '}
                <button
                  type="button"
                  className="link"
                  aria-label={`Tới kết luận ${line.number}`}
                  onClick={() => leadTo(line, one)}
                >
                  {line.number}
                </button>
              </Fragment>
            ))}
            {one.lines.length > LINES_LED_TO
              ? ` và ${formatInteger(one.lines.length - LINES_LED_TO)} kết luận khác`
              : ''}{' '}
            {one.words}.
          </p>
        ))}
        <p>Chưa kết thúc được: bấm vào số để tới kết luận đó.</p>
      </div>
    </div>
  );
}

/** Who has left an office while the meeting was held [GV201], and what was given to offices that nobody held already [GV250]. */
export function OfficesToTell({
  briefing,
  within,
}: {
  readonly briefing: Briefing;
  readonly within: Within;
}): ReactElement | null {
  const { data } = useQuestion(listSeats, { communeId: within.communeId });
  const said = [...leftInMeeting(briefing), ...givenToVacant(briefing, data?.seats ?? [])];
  if (said.length === 0) return null;
  return (
    <div className="notice warn">
      <div>
        {said.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
    </div>
  );
}

/** What is given to bodies without an office: its task is on nobody's page, only the paper reaches them [GV106]. */
export function GivenOutside({ conclusions }: Pick<Briefing, 'conclusions'>): ReactElement | null {
  const outside = conclusions.filter(isOutside);
  if (outside.length === 0) return null;
  const names = bodiesInWords(outside.map(({ ownerName }) => ownerName ?? ''));
  return (
    <div className="notice">
      <p>
        {outside.length} kết luận giao nơi ngoài hệ thống ({names}): không có ai thấy trên máy, cần gửi phiếu
        giao việc bằng giấy.
      </p>
    </div>
  );
}

/** What stands half typed or unsent on this screen [GV105]. */
export function NotInMinutes(): ReactElement | null {
  const { all } = useLeftOut();
  if (all.length === 0) return null;
  return (
    <div className="notice warn">
      <div>
        <p>
          <b>Còn {leftOutCounts(all)} trên máy này</b>, kết thúc bây giờ thì không vào biên bản. Bấm Thôi để
          ghi nốt.
        </p>
        <ul>
          {all.map((one) => (
            <li key={'form' in one ? one.form : one.entryId}>
              {one.heading}: {one.words}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
