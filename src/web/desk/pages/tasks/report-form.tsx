import { type FormEvent, type ReactElement, useId } from 'react';
import type { BusinessDate } from '../../../../kernel/dates.ts';
import { MOST_FILE_MIB } from '../../../../kernel/file-size.ts';
import type { Id } from '../../../../kernel/ids.ts';
import { LONGEST } from '../../../../modules/governance/domain/bounds.ts';
import { OUTCOMES, type Outcome } from '../../../../modules/governance/domain/task.ts';
import { DateField } from '../../../shared/components/date-field.tsx';
import { Field, SelectField } from '../../../shared/components/field.tsx';
import { Icon } from '../../../shared/components/icon.tsx';
import { Section } from '../../../shared/components/section.tsx';
import { ErrorState } from '../../../shared/components/states.tsx';
import { Status } from '../../../shared/components/status.tsx';
import { textOfDay } from '../../../shared/typed-date.ts';
import { takeFirstField } from '../../use-kept-form.ts';
import { NumberNote } from '../briefing/number-note.tsx';
import type { ChosenName } from './report-draft.ts';
import { type AboutHousehold, ReportRecords } from './report-records.tsx';
import type { WithinTask } from './task.ts';
import { type Report, useReport } from './use-report.ts';

const OPTIONS = Object.entries(OUTCOMES).map(([value, text]) => ({ value, text }));
const TAKEN = 'image/jpeg,image/png,image/webp,application/pdf,.docx,.xlsx';

/** The one step to answer: what was done, when, with photos; typed text is never lost. */
export function ReportForm(props: {
  readonly within: WithinTask;
  readonly today: BusinessDate;
  /** What the task asks: by this other pages name a report that waits. */
  readonly title: string;
  readonly about: AboutHousehold;
  /** Whose report it is, where another writes it down. */
  readonly onBehalfOf: string | null;
  readonly isMore: boolean;
  /** Somebody has just opened it: they type at once. */
  readonly isJustOpened?: boolean;
}): ReactElement {
  const report = useReport(props.within, props);
  const { draft, change } = report;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    report.send();
  };
  const heading = props.isMore ? 'Bổ sung báo cáo' : 'Báo cáo kết quả';
  return (
    <Section title={heading} {...(props.onBehalfOf === null ? {} : { note: `ghi thay ${props.onBehalfOf}` })}>
      <form
        className="form report-form"
        ref={props.isJustOpened ? takeFirstField : undefined}
        onSubmit={submit}
      >
        <Field label="Đã làm gì, kết quả ra sao" printed={draft.text}>
          {(ids) => (
            <textarea
              {...ids}
              className="input"
              rows={4}
              required
              maxLength={LONGEST.report}
              value={draft.text}
              onChange={(event) => change({ text: event.currentTarget.value })}
            />
          )}
        </Field>
        <NumberNote text={draft.text} />
        <SelectField
          label="Kết quả"
          value={draft.outcome}
          options={OPTIONS}
          onChoose={(outcome) => change({ outcome: outcome as Outcome })}
        />
        <DateField
          label="Ngày làm"
          value={draft.doneOn ?? undefined}
          typed={textOfDay(draft.doneTyped, draft.doneOn)}
          onDate={(doneOn, doneTyped) => change({ doneOn: doneOn ?? null, doneTyped })}
        />
        <ReportRecords report={report} communeId={props.within.communeId} about={props.about} />
        <Files report={report} />
        {draft.failure === null ? null : <ErrorState failure={draft.failure} />}
        <div className="form-acts">
          <button type="submit" className="btn go" disabled={draft.isWaiting || draft.doneOn === null}>
            Gửi báo cáo
          </button>
          {draft.isWaiting ? (
            <Status tone="warn" icon="clock">
              {draft.chosen.length > 0 ? 'Đang gửi ảnh, rồi gửi báo cáo' : 'Chờ gửi: tự gửi khi có mạng'}
            </Status>
          ) : null}
        </div>
      </form>
    </Section>
  );
}

function Files({ report }: { report: Report }): ReactElement {
  const { sent, chosen, refusedFiles } = report.draft;
  return (
    <div className="form-field">
      <span className="form-label">Ảnh, tệp kèm theo (nếu có)</span>
      <span className="form-hint">
        Ảnh, PDF, Word, Excel; mỗi tệp tối đa {MOST_FILE_MIB} MB. Nơi chụp và máy chụp được xóa khỏi ảnh.
      </span>
      <div className="report-pick">
        <PickFile words="Chụp ảnh" accept="image/*" isCamera report={report} />
        <PickFile words="Chọn ảnh, tệp" accept={TAKEN} report={report} />
      </div>
      <ul className="report-files">
        {sent.map(({ fileId, name }) => (
          <FileRow key={fileId} fileId={fileId} name={name} report={report}>
            <Status tone="good" icon="check" small>
              Đã gửi
            </Status>
          </FileRow>
        ))}
        {chosen.map((one) => (
          <FileRow key={one.fileId} fileId={one.fileId} name={one.name} report={report}>
            <WaitingFile one={one} />
          </FileRow>
        ))}
        {refusedFiles.map(({ fileId, name, failure }) => (
          <FileRow key={fileId} fileId={fileId} name={name} report={report}>
            <span className="form-error" role="alert">
              {failure.message}
            </span>
          </FileRow>
        ))}
      </ul>
    </div>
  );
}

/** A file that waits for a network, also over a reload where the machine keeps it. */
function WaitingFile({ one }: { one: ChosenName }): ReactElement {
  return (
    <Status tone="warn" icon="clock" small>
      {one.isPhoto ? 'Ảnh' : 'Tệp'} đang chờ gửi{one.isKept ? '' : ', máy không giữ được: đừng đóng trang'}
    </Status>
  );
}

function FileRow(props: { fileId: Id; name: string; report: Report; children: ReactElement }): ReactElement {
  return (
    <li>
      <span className="report-name">{props.name}</span>
      {props.children}
      <button
        type="button"
        className="icon-btn"
        aria-label={`Bỏ ${props.name}`}
        onClick={() => props.report.drop(props.fileId)}
      >
        <Icon name="cross" />
      </button>
    </li>
  );
}

function PickFile(props: {
  words: string;
  accept: string;
  isCamera?: boolean;
  report: Report;
}): ReactElement {
  const id = useId();
  return (
    <span className={props.isCamera ? 'report-source report-camera' : 'report-source'}>
      <input
        id={id}
        type="file"
        className="report-input"
        accept={props.accept}
        multiple={props.isCamera !== true}
        {...(props.isCamera ? { capture: 'environment' as const } : {})}
        onChange={(event) => {
          props.report.choose([...(event.currentTarget.files ?? [])]);
          // The same photo may be chosen again after it was dropped.
          event.currentTarget.value = '';
        }}
      />
      <label htmlFor={id} className="btn">
        <Icon name={props.isCamera ? 'plus' : 'document'} />
        {props.words}
      </label>
    </span>
  );
}
