import { type FormEvent, type ReactElement, useState } from 'react';
import type { Id } from '../../../../kernel/ids.ts';
import { resetTalkingPoint, writeTalkingPoint } from '../../../../modules/governance/contract.ts';
import { failureOf } from '../../../shared/api/call.ts';
import { useCommand } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { TextField } from '../../../shared/components/field.tsx';
import type { Within } from './briefing.ts';

/** A sentence being written anew or added; `hasReset` offers the prepared one again. */
export function PointForm(props: {
  within: Within;
  pointKey: string;
  start: string;
  preparedText: string | null;
  hasReset?: boolean;
  /** The version the person began with: what others write meanwhile must not pass for what they saw [GV80]. */
  baseVersion: number;
  onDone: () => void;
}): ReactElement {
  const { within } = props;
  const [text, setText] = useState(props.start);
  // One id for one change: sent again after a lost answer, it is written once.
  const [changeId] = useState(() => crypto.randomUUID() as Id);
  const [baseVersion] = useState(props.baseVersion);
  const write = useCommand(writeTalkingPoint);
  const reset = useCommand(resetTalkingPoint);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { pointKey: key, preparedText } = props;
    const done = await write.run({
      ...within,
      key,
      ownText: text,
      preparedText,
      isDropped: false,
      baseVersion,
      changeId,
    });
    if (done !== undefined) props.onDone();
  };
  const takeBack = async () => {
    if ((await reset.run({ ...within, key: props.pointKey, baseVersion })) !== undefined) props.onDone();
  };
  return (
    <form className="form form-wide" onSubmit={(event) => void submit(event)}>
      <TextField
        label="Câu nêu ra"
        value={text}
        maxLength={500}
        required
        error={write.error === null ? undefined : failureOf(write.error).message}
        onText={setText}
      />
      <Refused error={reset.error} />
      <div className="form-acts">
        <button type="submit" className="btn go sm" disabled={write.isBusy}>
          Ghi lại
        </button>
        <button type="button" className="btn sm" onClick={props.onDone}>
          Thôi
        </button>
        {props.hasReset ? (
          <button type="button" className="link push" onClick={() => void takeBack()}>
            {props.preparedText === null ? 'Bỏ điểm này' : 'Lấy lại câu hệ thống chuẩn bị'}
          </button>
        ) : null}
      </div>
    </form>
  );
}
