import type { ReactElement } from 'react';
import type { Id } from '../../../../kernel/ids.ts';
import { settleTalkingPoint } from '../../../../modules/governance/contract.ts';
import { Refused } from '../../../shared/api/show.tsx';
import type { BriefingFigures, Within } from './briefing.ts';
import type { Waiting } from './outbox.ts';
import { sentenceOf } from './point-sentence.ts';
import { useVersionChoice, type VersionKept } from './use-version-choice.ts';

type Point = BriefingFigures['points'][number];

/** Versions of a point that two people wrote at once, and which one stays [GV80]. */
export function PointChoices(props: {
  point: Point;
  at: { readonly within: Within; readonly canWrite: boolean };
}): ReactElement {
  const { point, at } = props;
  return (
    <>
      {point.others.map((other) => (
        <Choice key={other.versionId} point={point} other={other} {...at} />
      ))}
    </>
  );
}

function Choice(props: {
  point: Point;
  other: Point['others'][number];
  within: Within;
  canWrite: boolean;
}): ReactElement {
  const { point, other, within } = props;
  const { choose, isBusy, error } = useVersionChoice(settleTalkingPoint);
  const { key, version: baseVersion } = point;
  const keep = (which: VersionKept) => {
    const { ownText, isDropped } = which === 'standing' ? point : other;
    const preparedText = key.startsWith('own:') || ownText === null ? null : sentenceOf(point);
    const said = { ownText, preparedText, isDropped, baseVersion, changeId: crypto.randomUUID() as Id };
    const wanted: Waiting<'writeTalkingPoint'> = {
      kind: 'writeTalkingPoint',
      entryId: crypto.randomUUID(),
      input: { ...within, key, ...said },
    };
    void choose({ ...within, key, versionId: other.versionId, keep: which, baseVersion }, wanted);
  };
  return (
    <div className="notice warn">
      <p>
        <b>Hai người cùng ghi điểm này.</b> {other.writtenByName} {toldOf(other)}.
      </p>
      <Refused error={error} />
      {props.canWrite ? (
        <p className="row-acts">
          <button type="button" className="btn sm" disabled={isBusy} onClick={() => keep('standing')}>
            Giữ bản của {point.writtenByName ?? 'người ghi trước'}
          </button>
          <button type="button" className="btn sm" disabled={isBusy} onClick={() => keep('other')}>
            Lấy bản của {other.writtenByName}
          </button>
        </p>
      ) : null}
    </div>
  );
}

function toldOf({ isDropped, ownText }: Point['others'][number]): string {
  if (isDropped) return 'không nêu điểm này';
  return ownText === null ? 'giữ câu hệ thống chuẩn bị' : `ghi: “${ownText}”`;
}
