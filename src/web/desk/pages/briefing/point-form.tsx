import type { FormEvent, ReactElement } from 'react';
import type { Id } from '../../../../kernel/ids.ts';
import { resetTalkingPoint } from '../../../../modules/governance/contract.ts';
import { LONGEST } from '../../../../modules/governance/domain/bounds.ts';
import { failureOf } from '../../../shared/api/call.ts';
import { useCommand } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { TextField } from '../../../shared/components/field.tsx';
import type { Briefing, Within } from './briefing.ts';
import { Meanwhile } from './meanwhile.tsx';
import { NameNote } from './name-note.tsx';
import { NumberNote } from './number-note.tsx';
import { type KeptForm, takeFirstField, useDraft } from './use-draft.ts';
import { useSentLater } from './use-sent-later.ts';

/**
 * What stands in the form of a point: the version the person began with, since what others write meanwhile must not pass for what
 * they saw [GV80], and one id for one change, so that it is written once however often it is sent.
 */
export type PointDraft = {
  /** The point's, or `own:` and an id made here for one that is added. */
  readonly key: string;
  readonly text: string;
  readonly baseVersion: number;
  readonly changeId: Id;
};

/** Which sentence is written. */
export type PointFormProps = {
  readonly within: Within;
  readonly briefing: Briefing;
  readonly form: KeptForm;
  /** Undefined: a point is added. */
  readonly point?: { readonly key: string; readonly text: string; readonly version: number };
  readonly preparedText: string | null;
  readonly hasReset?: boolean;
  /**
   * That the point is not raised any more, with the version that says so, where there is one: whoever writes on has been told of
   * it [GV119].
   */
  readonly meanwhile?: { readonly what: string; readonly version: number | undefined } | undefined;
};

/** A sentence being written anew or added; `hasReset` offers the prepared one again. */
export function PointForm(props: PointFormProps): ReactElement {
  const { within, form, point, meanwhile } = props;
  const [{ key, text, baseVersion, changeId }, change] = useDraft<PointDraft>(form.name, () => ({
    key: point?.key ?? `own:${crypto.randomUUID()}`,
    text: point?.text ?? '',
    baseVersion: point?.version ?? 0,
    changeId: crypto.randomUUID() as Id,
  }));
  const write = useSentLater('writeTalkingPoint', () => change({ changeId: crypto.randomUUID() as Id }));
  const reset = useCommand(resetTalkingPoint);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { preparedText } = props;
    const base = meanwhile?.version ?? baseVersion;
    const said = {
      ...within,
      key,
      ownText: text,
      preparedText,
      isDropped: false,
      baseVersion: base,
      changeId,
    };
    await form.send(
      (onTaken) => write.run(said, onTaken),
      () => change({ baseVersion: base + 1, changeId: crypto.randomUUID() as Id }),
    );
  };
  const takeBack = () => form.send((onTaken) => reset.run({ ...within, key, baseVersion }, { onTaken }));
  return (
    <form
      className="form form-wide"
      ref={form.moved === 'opened' ? takeFirstField : undefined}
      onSubmit={(event) => void submit(event)}
    >
      {meanwhile === undefined ? null : (
        <Meanwhile what={meanwhile.what} next="“Ghi lại” để nêu điểm này với câu đang gõ." />
      )}
      <TextField
        label="Câu nêu ra"
        value={text}
        printed={text}
        maxLength={LONGEST.ownPoint}
        required
        error={write.error === null ? undefined : failureOf(write.error).message}
        onText={(typed) => change({ text: typed })}
      />
      <NameNote text={text} kind="point" briefing={props.briefing} />
      <NumberNote text={text} />
      <Refused error={reset.error} />
      <div className="form-acts">
        <button type="submit" className="btn go sm" disabled={write.isBusy}>
          Ghi lại
        </button>
        <button type="button" className="btn sm" onClick={form.close}>
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
