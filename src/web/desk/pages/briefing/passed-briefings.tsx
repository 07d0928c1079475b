import type { ReactElement } from 'react';
import type { OutputOf } from '../../../../kernel/contract.ts';
import { type BusinessDate, formatWeekdayDate } from '../../../../kernel/dates.ts';
import {
  cancelBriefing,
  type listBriefings,
  openBriefing,
  prepareBriefing,
} from '../../../../modules/governance/contract.ts';
import { Section } from '../../../shared/components/section.tsx';
import { AppLink, useNavigation } from '../../../shared/navigation.tsx';
import { paths } from '../../paths.ts';
import { type Me, may, useMe } from '../../session.tsx';
import { BeginAction } from './begin-action.tsx';
import { CancelAction } from './cancel-action.tsx';
import { inTurn } from './passed-in-turn.ts';
import { usePrepare } from './use-prepare.tsx';

type List = OutputOf<typeof listBriefings>;

/**
 * The briefings whose day is over and of which nobody has said whether people met, with the two steps that say it [GV112]: the
 * earliest, and how many there are where those are not all. Among them the sessions of which none was prepared [GV101].
 */
export function PassedBriefings(props: {
  readonly passed: List['passed'];
  readonly missed: List['missed'];
  readonly commune: Me['communes'][number];
  readonly today: BusinessDate;
}): ReactElement | null {
  const { commune, today, missed } = props;
  const { count, briefings } = props.passed;
  if (count === 0 && missed.length === 0) return null;
  const part = count > briefings.length ? `, ${briefings.length} buổi sớm nhất trong ${count} buổi` : '';
  return (
    <Section title="Đã qua ngày" note={`chưa ghi có họp hay không${part}`}>
      <ul className="who-l">
        {inTurn({ briefings, missed }).map((one) =>
          'briefingId' in one ? (
            <PassedBriefing
              key={one.briefingId}
              briefing={one}
              today={today}
              communeCode={commune.code ?? commune.id}
            />
          ) : (
            <MissedSession key={`${one.pointCode} ${one.heldOn}`} session={one} commune={commune} />
          ),
        )}
      </ul>
    </Section>
  );
}

/** Prepared now, its page offers to begin it as held or to say that it was not. */
function MissedSession(props: {
  readonly session: List['missed'][number];
  readonly commune: Me['communes'][number];
}): ReactElement {
  const me = useMe();
  const { commune, session } = props;
  const { pointName, heldOn } = session;
  const { prepare, isBusy, refused } = usePrepare(commune);
  return (
    <li>
      <div className="r">
        <b>{formatWeekdayDate(heldOn)}</b>
        <span>điểm {pointName}, chưa chuẩn bị giao ban</span>
        {may(me, prepareBriefing) ? (
          <span className="acts no-print">
            <button type="button" className="btn sm" disabled={isBusy} onClick={() => void prepare(session)}>
              Chuẩn bị để ghi lại
            </button>
          </span>
        ) : null}
      </div>
      {refused}
    </li>
  );
}

function PassedBriefing(props: {
  readonly briefing: List['passed']['briefings'][number];
  readonly today: BusinessDate;
  readonly communeCode: string;
}): ReactElement {
  const me = useMe();
  const navigation = useNavigation();
  const { today, communeCode } = props;
  const { communeId, briefingId, heldOn, pointName } = props.briefing;
  const briefing = { heldOn, today };
  const within = { communeId, briefingId };
  const href = paths.briefing(communeCode, briefingId);
  return (
    <li>
      <div className="r">
        <AppLink href={href}>{formatWeekdayDate(heldOn)}</AppLink>
        <span>điểm {pointName}</span>
        <span className="acts no-print">
          {may(me, openBriefing) ? (
            <BeginAction
              {...{ briefing, within }}
              words="Bắt đầu (đã họp)"
              isSmall
              onBegun={() => navigation.go(href)}
            />
          ) : null}
          {may(me, cancelBriefing) ? <CancelAction {...{ briefing, within }} isSmall /> : null}
        </span>
      </div>
    </li>
  );
}
