import type { ReactElement } from 'react';
import { formatDate } from '../../../../kernel/dates.ts';
import { cancelJob, readJob } from '../../../../platform/jobs/contract.ts';
import { useCommand, useQuestion } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { PageHead } from '../../../shared/components/section.tsx';
import { formatInteger } from '../../../shared/format.ts';
import type { Batch } from './batch-state.ts';

const POLL_MS = 1000;

/** What is said of the two long works: while they run, and of the way to stop them. */
const WORDS = {
  reading: {
    title: 'Đang nhận dạng và đọc tệp',
    progress: 'Tiến độ đọc tệp',
    begin: 'Đang đọc…',
    stop: 'Dừng đọc',
    stopNote: 'Dừng lại thì chưa giữ dòng nào.',
  },
  publishing: {
    title: 'Đang ghi vào sổ',
    progress: 'Tiến độ ghi vào sổ',
    begin: 'Đang chờ đến lượt ghi…',
    stop: 'Dừng ghi',
    stopNote: 'Dừng trước khi xong thì sổ không thay đổi gì.',
  },
} as const;

/** A batch that the server works on: n of m, and the way to stop it. */
export function Working({ batch }: { readonly batch: Batch }): ReactElement {
  const isPublishing = batch.state === 'publishing';
  const words = WORDS[isPublishing ? 'publishing' : 'reading'];
  const jobId = isPublishing ? batch.publishJobId : batch.jobId;
  return (
    <>
      <PageHead title={words.title}>
        {isPublishing ? whatIsWritten(batch) : batch.files.map((file) => file.name).join(', ')}. Có thể rời
        trang này, việc vẫn chạy.
      </PageHead>
      {jobId === null ? null : <JobProgress jobId={jobId} words={words} />}
    </>
  );
}

function whatIsWritten({ dataDate, summary }: Batch): string {
  const loans = `${formatInteger(summary?.rows.loans ?? 0)} món`;
  return dataDate === null ? loans : `Số liệu ${formatDate(dataDate)}, ${loans}`;
}

function JobProgress(props: {
  jobId: NonNullable<Batch['jobId']>;
  words: (typeof WORDS)[keyof typeof WORDS];
}): ReactElement {
  const { jobId, words } = props;
  const job = useQuestion(readJob, { id: jobId }, { refetchMs: () => POLL_MS });
  const cancel = useCommand(cancelJob);
  const { done = null, total = null, message = null, cancelRequested = false } = job.data ?? {};
  const share = done === null || total === null || total === 0 ? undefined : done / total;
  return (
    <>
      <div role="status" className="working">
        <progress aria-label={words.progress} max={1} {...(share === undefined ? {} : { value: share })} />
        <p className="small dim">
          {message ?? words.begin}
          {done === null || total === null ? '' : ` ${formatInteger(done)}/${formatInteger(total)}`}
        </p>
      </div>
      <p className="form-acts">
        <button
          type="button"
          className="btn"
          disabled={cancel.isBusy || cancelRequested}
          onClick={() => void cancel.run({ id: jobId })}
        >
          {cancelRequested ? 'Đang dừng…' : words.stop}
        </button>
        <span className="small dim">{words.stopNote}</span>
      </p>
      <Refused error={cancel.error} />
    </>
  );
}
