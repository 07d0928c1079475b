import type { ReactElement } from 'react';
import { formatDate, formatWeekdayDate } from '../../../../kernel/dates.ts';
import {
  addConclusion,
  cancelBriefing,
  closeBriefing,
  openBriefing,
  showBriefingFigures,
} from '../../../../modules/governance/contract.ts';
import { isEnded } from '../../../../modules/governance/domain/briefing.ts';
import { Show } from '../../../shared/api/show.tsx';
import { Icon } from '../../../shared/components/icon.tsx';
import { PageHead, SourceLine } from '../../../shared/components/section.tsx';
import { AppLink } from '../../../shared/navigation.tsx';
import { paths } from '../../paths.ts';
import { communeOf, may, useMe } from '../../session.tsx';
import { NotFound, NothingHere } from '../../shell/not-found.tsx';
import { Page } from '../../shell/page.tsx';
import { Place } from '../../shell/place.tsx';
import { useAddressParams, useTitle } from '../../use-address.ts';
import { AddendaSection } from './addenda-section.tsx';
import { AgendaSection } from './agenda-section.tsx';
import { AttendanceSection } from './attendance-section.tsx';
import { BeforeSection } from './before-section.tsx';
import { BeginAction } from './begin-action.tsx';
import { type Briefing, cutOffWords, minutesNumber, plannedHour, type Within } from './briefing.ts';
import { HallLink, InvitationsLink } from './briefing-links.tsx';
import { CalledOffNote } from './called-off-note.tsx';
import { CancelAction } from './cancel-action.tsx';
import { CancelledNotice } from './cancelled-notice.tsx';
import { CloseAction } from './close-action.tsx';
import { ConclusionsJump } from './conclusions-jump.tsx';
import { ConclusionsSection } from './conclusions-section.tsx';
import { DifficultiesSection } from './difficulties-section.tsx';
import { FiguresSection } from './figures-section.tsx';
import { InvitedOtherwise } from './invited-otherwise.tsx';
import { KeptFromNote } from './kept-from-note.tsx';
import { LeftOutSection } from './left-out-section.tsx';
import { MeetingOutbox } from './meeting.tsx';
import { OtherFigures } from './other-figures.tsx';
import { PapersAtHand, PapersSection } from './papers-section.tsx';
import { PassedNotice } from './passed-notice.tsx';
import { BEFORE_ID, CONCLUSIONS_ID, DIFFICULTIES_ID } from './places.ts';
import { PointsSection } from './points-section.tsx';
import { StateChip } from './state-chip.tsx';
import { maySupplement, useAddendum } from './use-addendum.ts';
import { useBriefing, useFigures } from './use-briefing.ts';

/** A briefing: prepared, held, closed, or not held; three columns as the meeting needs them. */
export function BriefingPage(): ReactElement {
  const me = useMe();
  const { commune: code, briefing } = useAddressParams();
  const commune = communeOf(me, code);
  if (commune === undefined || code === undefined || briefing === undefined) return <NotFound />;
  return (
    <OneBriefing
      key={briefing}
      communeCode={code}
      within={{ communeId: commune.id, briefingId: briefing as Within['briefingId'] }}
    />
  );
}

function OneBriefing({ communeCode, within }: { communeCode: string; within: Within }): ReactElement {
  const me = useMe();
  const { answer, isCutOff } = useBriefing(within);
  const title = answer.data === undefined ? 'Giao ban' : `Giao ban ${formatDate(answer.data.metOn)}`;
  useTitle(title);
  return (
    <Page>
      {isCutOff ? (
        <p className="notice warn" role="status">
          <Icon name="warning" />
          <span>{cutOffWords(may(me, addConclusion))}</span>
        </p>
      ) : null}
      <Show answer={answer} rows={12} nothing={<NothingHere />}>
        {(data) => (
          <MeetingOutbox within={within} isCutOff={isCutOff} isEnded={isEnded(data.state)}>
            <BriefingBody briefing={data} within={within} communeCode={communeCode} />
          </MeetingOutbox>
        )}
      </Show>
    </Page>
  );
}

type Body = { briefing: Briefing; within: Within; communeCode: string };

function BriefingBody({ briefing, within, communeCode }: Body): ReactElement {
  const me = useMe();
  const hasFigures = may(me, showBriefingFigures);
  const isClosed = briefing.state === 'closed';
  const addendum = useAddendum();
  const place = [briefing.communeName, plannedHour(briefing), briefing.place].filter(Boolean).join(', ');
  return (
    <>
      <PageHead
        title={`Giao ban ${formatDate(briefing.metOn)}`}
        mark={<StateChip briefing={briefing} />}
        actions={
          <>
            {briefing.cancelled === null ? (
              <HallLink communeCode={communeCode} briefingId={within.briefingId} />
            ) : null}
            <PapersAtHand briefing={briefing} within={within} />
            <HeadActions briefing={briefing} within={within} />
          </>
        }
      >
        <AppLink href={paths.briefings(communeCode)}>Giao ban</AppLink> / {place}.{' '}
        {formatWeekdayDate(briefing.metOn)}, điểm {briefing.pointName}
        {briefing.metOn === briefing.heldOn ? '' : `, của phiên ngày ${formatDate(briefing.heldOn)}`}
      </PageHead>
      {briefing.state === 'open' && may(me, addConclusion) ? (
        <ConclusionsJump conclusions={briefing.conclusions.length} />
      ) : null}
      <CancelledNotice briefing={briefing} within={within} communeCode={communeCode} />
      <KeptFromNote briefing={briefing} communeCode={communeCode} />
      <PassedNotice briefing={briefing} />
      <CalledOffNote briefing={briefing} communeCode={communeCode} />
      <InvitedOtherwise briefing={briefing} communeCode={communeCode} />
      {isEnded(briefing.state) ? (
        <LeftOutSection
          hasMinutes={isClosed}
          reasonStanding={briefing.cancelled?.reason}
          onSupplement={isClosed && maySupplement(me, briefing) ? addendum.supplement : undefined}
        />
      ) : null}
      <div className="cols-3">
        <div className="column">
          <AgendaSection briefing={briefing} within={within} />
          {briefing.before === null ? null : (
            <Place id={BEFORE_ID}>
              <BeforeSection before={briefing.before} within={within} communeCode={communeCode} />
            </Place>
          )}
        </div>
        <div className="column">
          {hasFigures ? (
            <Prepared briefing={briefing} within={within} communeCode={communeCode} />
          ) : (
            <Spoken briefing={briefing} within={within} communeCode={communeCode} />
          )}
          {isClosed ? <PapersSection briefing={briefing} within={within} /> : null}
        </div>
        <div className="column">
          <AttendanceSection briefing={briefing} within={within} />
          <InvitationsLink communeCode={communeCode} briefingId={within.briefingId} />
          {hasFigures ? <Spoken briefing={briefing} within={within} communeCode={communeCode} /> : null}
          {isClosed ? (
            <AddendaSection briefing={briefing} within={within} addendum={addendum} />
          ) : briefing.cancelled === null ? (
            <PapersSection briefing={briefing} within={within} />
          ) : null}
        </div>
      </div>
      {briefing.minutesHash === null ? null : (
        <SourceLine>
          Biên bản số {minutesNumber(briefing)}. Mã kiểm tra nội dung: {briefing.minutesHash.slice(0, 16)}…
        </SourceLine>
      )}
    </>
  );
}

/** What was said in the meeting: beside the figures, or in their place for offices that do not see them. */
function Spoken({ briefing, within, communeCode }: Body): ReactElement {
  return (
    <>
      <Place id={DIFFICULTIES_ID}>
        <DifficultiesSection briefing={briefing} within={within} communeCode={communeCode} />
      </Place>
      <Place id={CONCLUSIONS_ID}>
        <ConclusionsSection briefing={briefing} within={within} />
      </Place>
    </>
  );
}

/** Figures and points. */
function Prepared({ briefing, within, communeCode }: Body): ReactElement {
  const answer = useFigures(briefing, within);
  const number = briefing.agenda.findIndex(({ kind }) => kind === 'figures') + 1;
  return (
    <Show answer={answer} rows={14}>
      {(figures) => (
        <>
          <OtherFigures within={within} figures={figures} />
          <FiguresSection
            number={number}
            figures={figures}
            communeName={briefing.communeName}
            communeCode={communeCode}
          />
          <PointsSection within={within} briefing={briefing} figures={figures} communeCode={communeCode} />
        </>
      )}
    </Show>
  );
}

function HeadActions({ briefing, within }: { briefing: Briefing; within: Within }): ReactElement | null {
  const me = useMe();
  if (briefing.state === 'preparing' && may(me, openBriefing))
    return (
      <>
        {may(me, cancelBriefing) ? <CancelAction briefing={briefing} within={within} /> : null}
        <BeginAction briefing={briefing} within={within} />
      </>
    );
  if (briefing.state !== 'open' || !may(me, closeBriefing)) return null;
  return <CloseAction briefing={briefing} within={within} />;
}
