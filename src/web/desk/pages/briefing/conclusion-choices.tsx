import type { ReactElement } from 'react';
import { formatDate } from '../../../../kernel/dates.ts';
import type { Id } from '../../../../kernel/ids.ts';
import { settleConclusion } from '../../../../modules/governance/contract.ts';
import { Refused } from '../../../shared/api/show.tsx';
import type { Briefing, Within } from './briefing.ts';
import type { Waiting } from './outbox.ts';
import { useVersionChoice, type VersionKept } from './use-version-choice.ts';

type Conclusion = Briefing['conclusions'][number];

/** Versions of a conclusion that two people wrote at once, and which one stays [GV8]. */
export function ConclusionChoices(props: { line: Conclusion; within: Within }): ReactElement {
  return (
    <>
      {props.line.others.map((other) => (
        <Choice key={other.versionId} other={other} {...props} />
      ))}
    </>
  );
}

function Choice(props: {
  line: Conclusion;
  other: Conclusion['others'][number];
  within: Within;
}): ReactElement {
  const { line, other, within } = props;
  const { choose, isBusy, error } = useVersionChoice(settleConclusion);
  const { conclusionId, version: baseVersion } = line;
  const keep = (which: VersionKept) => {
    const { text, ownerSeat, ownerName, dueOn } = which === 'standing' ? line : other;
    const said = { text, ownerSeat, ownerName, dueOn, baseVersion, changeId: crypto.randomUUID() as Id };
    const wanted: Waiting<'changeConclusion'> = {
      kind: 'changeConclusion',
      entryId: crypto.randomUUID(),
      input: { ...within, conclusionId, ...said },
    };
    const { versionId } = other;
    void choose({ ...within, conclusionId, versionId, keep: which, baseVersion }, wanted);
  };
  return (
    <div className="notice warn">
      <p>
        <b>Hai người cùng ghi dòng này.</b> {other.writtenByName} ghi: “{other.text}”
        {other.ownerName === null ? '' : `, ${other.ownerName}`}
        {other.dueOn === null ? '' : `, hạn ${formatDate(other.dueOn)}`}.
      </p>
      <Refused error={error} />
      <p className="row-acts">
        <button type="button" className="btn sm" disabled={isBusy} onClick={() => keep('standing')}>
          Giữ bản của {line.writtenByName}
        </button>
        <button type="button" className="btn sm" disabled={isBusy} onClick={() => keep('other')}>
          Lấy bản của {other.writtenByName}
        </button>
      </p>
    </div>
  );
}
