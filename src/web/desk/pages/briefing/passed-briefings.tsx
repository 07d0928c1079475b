import type { ReactElement } from 'react';
import type { OutputOf } from '../../../../kernel/contract.ts';
import { type BusinessDate, formatWeekdayDate } from '../../../../kernel/dates.ts';
import { cancelBriefing, type listBriefings, openBriefing } from '../../../../modules/governance/contract.ts';
import { Section } from '../../../shared/components/section.tsx';
import { AppLink, useNavigation } from '../../../shared/navigation.tsx';
import { paths } from '../../paths.ts';
import { type Me, may, useMe } from '../../session.tsx';
import { BeginAction } from './begin-action.tsx';
import { CancelAction } from './cancel-action.tsx';

type Passed = OutputOf<typeof listBriefings>['passed'];

/**
 * The briefings whose day is over and of which nobody has said whether people met, with the two steps that say it [GV112]: the
 * earliest, and how many there are where those are not all.
 */
export function PassedBriefings(props: {
  readonly passed: Passed;
  readonly commune: Me['communes'][number];
  readonly today: BusinessDate;
}): ReactElement | null {
  const { commune, today } = props;
  const { count, briefings } = props.passed;
  if (count === 0) return null;
  const part = count > briefings.length ? `, ${briefings.length} buổi sớm nhất trong ${count} buổi` : '';
  return (
    <Section title="Đã qua ngày" note={`chưa ghi có họp hay không${part}`}>
      <ul className="who-l">
        {briefings.map((briefing) => (
          <PassedBriefing
            key={briefing.briefingId}
            briefing={briefing}
            today={today}
            communeCode={commune.code ?? commune.id}
          />
        ))}
      </ul>
    </Section>
  );
}

function PassedBriefing(props: {
  readonly briefing: Passed['briefings'][number];
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
