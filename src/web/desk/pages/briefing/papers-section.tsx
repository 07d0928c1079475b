import type { ReactElement } from 'react';
import { operationAddress } from '../../../../kernel/client.ts';
import type { OutputOf } from '../../../../kernel/contract.ts';
import { formatDate } from '../../../../kernel/dates.ts';
import { exportPaper, listPapers, numberPaper } from '../../../../modules/governance/contract.ts';
import {
  type InvitationForm,
  NUMBERED_BY_HAND,
  type NumberedKind,
  PAPER_FORMAT_NAMES,
  PAPER_FORMATS,
  PAPER_KINDS,
} from '../../../../modules/governance/domain/papers/paper-kinds.ts';
import { useQuestion } from '../../../shared/api/query.ts';
import { Show } from '../../../shared/api/show.tsx';
import { Icon } from '../../../shared/components/icon.tsx';
import { printWords } from '../../../shared/components/print-note.tsx';
import { Section } from '../../../shared/components/section.tsx';
import { formatInteger } from '../../../shared/format.ts';
import { may, useMe } from '../../session.tsx';
import type { Briefing, Within } from './briefing.ts';
import { PaperNumberForm } from './paper-number-form.tsx';
import { takeKeyboard, useKeptForm } from './use-draft.ts';

type Papers = OutputOf<typeof listPapers>;
type ListedPaper = Papers['papers'][number];

/** The papers of a briefing: what each is by now, its files, its number; and what fixes the minutes. */
export function PapersSection(props: { briefing: Briefing; within: Within }): ReactElement | null {
  const me = useMe();
  const { within } = props;
  const answer = useQuestion(listPapers, within, { enabled: may(me, listPapers) });
  if (!may(me, listPapers)) return null;
  return (
    <Section title="Văn bản">
      <Show answer={answer} rows={5}>
        {({ papers, minutes }) => (
          <>
            <ul className="lines papers">
              {papers.map((paper) => (
                <PaperRow key={paper.kind} paper={paper} within={within} />
              ))}
            </ul>
            {minutes === null ? null : <Seal minutes={minutes} />}
          </>
        )}
      </Show>
    </Section>
  );
}

/** The papers that people ask for while they sit together, in the order of the head: what was said, and what was decided. */
const AT_HAND = ['minutes', 'conclusions'] as const;

const AT_HAND_NAMES = { minutes: 'Biên bản', conclusions: 'Thông báo kết luận' } as const;

/** Minutes and notice in the head of a meeting that goes on or is over; all papers stand in their section. */
export function PapersAtHand({
  briefing,
  within,
}: {
  briefing: Briefing;
  within: Within;
}): ReactElement | null {
  const me = useMe();
  const isHeld = briefing.state === 'open' || briefing.state === 'closed';
  const answer = useQuestion(listPapers, within, { enabled: isHeld && may(me, listPapers) });
  if (!isHeld || answer.data === undefined) return null;
  const { papers } = answer.data;
  return (
    <>
      {AT_HAND.map((kind) => {
        const paper = papers.find((one) => one.kind === kind);
        return paper === undefined ? null : (
          <span key={kind} className="paper-at-hand no-print">
            <span>
              <Icon name="document" />
              {AT_HAND_NAMES[kind]}
            </span>
            <Files paper={paper} within={within} form="list" isAtHand />
          </span>
        );
      })}
    </>
  );
}

function PaperRow({ paper, within }: { paper: ListedPaper; within: Within }): ReactElement {
  const me = useMe();
  const { kind, copies } = paper;
  const numbering = useKeptForm(`number.${kind}`);
  const canNumber = paper.canBeNumbered && may(me, numberPaper);
  const byHand = NUMBERED_BY_HAND.find((one) => one === kind);
  return (
    <li>
      <span className="lines-text">{PAPER_KINDS[kind].title}</span>
      <span className="lines-meta">
        <span>{stateText(paper)}</span>
        {canNumber && !numbering.isOpen ? (
          <button
            type="button"
            className="link no-print push"
            aria-label={`${paper.number === null ? 'Ghi số' : 'Sửa số'}: ${PAPER_KINDS[kind].title}`}
            ref={numbering.moved === 'closed' ? takeKeyboard : undefined}
            onClick={() => numbering.open()}
          >
            {paper.number === null ? 'Ghi số' : 'Sửa số'}
          </button>
        ) : null}
      </span>
      {paper.withoutSlip.length === 0 ? null : (
        <span className="small dim">
          {paper.withoutSlip.join('; ')} không có phiếu: việc ghi ở Thông báo kết luận và ở Việc được giao của
          người ấy.
        </span>
      )}
      {paper.unprintable.length === 0 ? null : (
        <span className="print-note small">
          <Icon name="warning" />
          {printWords(paper.unprintable)}
        </span>
      )}
      {paper.numberedFor === null ? null : (
        <span className="print-note small">
          <Icon name="warning" />
          Số này ghi cho giấy mời họp {appointmentWords(paper.numberedFor)}; buổi họp đã đổi sau đó. Ghi số
          mới, hoặc ghi lại số này nếu đã báo người nhận.
        </span>
      )}
      {copies === 0 ? null : (
        <span className="paper-files no-print">
          <Files paper={paper} within={within} form="list" />
          {kind === 'invitation' ? (
            <>
              <span className="small dim">Từng người:</span>
              <Files paper={paper} within={within} form="each" />
            </>
          ) : null}
        </span>
      )}
      {canNumber && numbering.isOpen && byHand !== undefined ? (
        <PaperNumberForm kind={byHand as NumberedKind} {...{ paper, within }} form={numbering} />
      ) : null}
    </li>
  );
}

function Files(props: {
  paper: ListedPaper;
  within: Within;
  form: InvitationForm;
  isAtHand?: boolean;
}): ReactElement {
  const { within, form, isAtHand } = props;
  const { kind } = props.paper;
  const what = form === 'each' ? `${PAPER_KINDS[kind].title} từng người` : PAPER_KINDS[kind].title;
  return (
    <>
      {PAPER_FORMAT_NAMES.map((format) => (
        <a
          key={format}
          className={isAtHand ? undefined : 'link'}
          href={operationAddress(exportPaper, { ...within, kind, format, form })}
          aria-label={`${what}, tải ${PAPER_FORMATS[format].title}`}
          download
        >
          {isAtHand ? null : <Icon name="download" />}
          {PAPER_FORMATS[format].title}
        </a>
      ))}
    </>
  );
}

function stateText({
  kind,
  copies,
  isDraft,
  symbol,
  numberedFrom,
  issuedOn,
  withoutSlip,
}: ListedPaper): string {
  if (copies === 0) return withoutSlip.length === 0 ? 'Chưa giao việc cho ai' : 'Không có phiếu';
  const many = kind === 'assignment' ? `${formatInteger(copies)} phiếu, ` : '';
  if (numberedFrom !== null)
    return `dự thảo tính đến ${formatDate(issuedOn)}, ghi số từ ${formatDate(numberedFrom)}`;
  if (isDraft) return `${many}dự thảo`;
  return symbol === null ? `${many}chưa ghi số` : `${many}số ${symbol}`;
}

/** `10:30 ngày 23/11/2026 tại Hội trường UBND xã`; of a meeting without an hour of its own that it follows the session. */
function appointmentWords({ hour, hourOf, heldOn, place }: NonNullable<ListedPaper['numberedFor']>): string {
  const after = hourOf === 'session' ? 'ngay sau phiên từ ' : '';
  const at = hour === null ? '' : `${after}${hour} `;
  return `${at}ngày ${formatDate(heldOn)}${place === null ? '' : ` tại ${place}`}`;
}

/** What fixes the minutes: whoever holds a printed copy compares it with these. */
function Seal({ minutes }: { minutes: NonNullable<Papers['minutes']> }): ReactElement {
  return (
    <>
      {minutes.isAltered ? (
        <p className="notice bad">
          <Icon name="warning" />
          <span>
            Nội dung biên bản đã bị sửa sau khi kết thúc, không khớp mã kiểm tra. Báo người quản trị.
          </span>
        </p>
      ) : null}
      <dl className="seal">
        <dt>Biên bản số</dt>
        <dd>{minutes.number}</dd>
        <dt>Mã kiểm tra nội dung</dt>
        <dd className="hash">{minutes.hash}</dd>
        <dt>Đầu chuỗi nhật ký, bản ghi {formatInteger(minutes.auditSequence)}</dt>
        <dd className="hash">{minutes.auditHash}</dd>
      </dl>
    </>
  );
}
