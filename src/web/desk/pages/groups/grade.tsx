import type { ReactElement } from 'react';
import type { GRADES } from '../../../../modules/groups/contract.ts';
import type { IconName } from '../../../shared/components/icon.tsx';
import { Change, Status, type Tone } from '../../../shared/components/status.tsx';
import { directionOf } from '../../../shared/format.ts';

type GradeName = (typeof GRADES)[number];

const LOOKS: Readonly<Record<GradeName, { readonly tone: Tone; readonly icon: IconName }>> = {
  Tốt: { tone: 'good', icon: 'check' },
  Khá: { tone: 'dim', icon: 'circle' },
  'Trung bình': { tone: 'warn', icon: 'minus' },
  Yếu: { tone: 'bad', icon: 'warning' },
};

/** A group's grade; one that was lost in the file and computed from the total says so. */
export function Grade({
  score,
}: {
  readonly score: { readonly grade: GradeName; readonly gradeFrom: 'file' | 'computed' };
}): ReactElement {
  const { tone, icon } = LOOKS[score.grade];
  return (
    <span>
      <Status tone={tone} icon={icon}>
        {score.grade}
      </Status>
      {score.gradeFrom === 'computed' ? <span className="sub">tính lại từ điểm</span> : null}
    </span>
  );
}

/** Points won or lost since the score before. */
export function Movement({ points }: { readonly points: number | null }): ReactElement {
  if (points === null) return <span className="faint">chưa có lần trước</span>;
  return <Change direction={directionOf(points)} amount={`${Math.abs(points)} điểm`} better="more" />;
}
