import type { ReactElement } from 'react';
import { settleTalkingPoint } from '../../../../modules/governance/contract.ts';
import { useCommand } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import type { BriefingFigures, Within } from './briefing.ts';

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
  const settle = useCommand(settleTalkingPoint);
  const keep = (which: 'standing' | 'other') =>
    void settle.run({
      ...within,
      key: point.key,
      versionId: other.versionId,
      keep: which,
      baseVersion: point.version,
    });
  return (
    <div className="notice warn">
      <p>
        <b>Hai người cùng ghi điểm này.</b> {other.writtenByName} {toldOf(other)}.
      </p>
      <Refused error={settle.error} />
      {props.canWrite ? (
        <p className="row-acts">
          <button type="button" className="btn sm" disabled={settle.isBusy} onClick={() => keep('standing')}>
            Giữ bản của {point.writtenByName ?? 'người ghi trước'}
          </button>
          <button type="button" className="btn sm" disabled={settle.isBusy} onClick={() => keep('other')}>
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
