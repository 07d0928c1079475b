import type { ReactElement } from 'react';
import { formatDate } from '../../../../kernel/dates.ts';
import { takeOverFigures } from '../../../../modules/governance/contract.ts';
import { useCommand } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { Icon } from '../../../shared/components/icon.tsx';
import { formatMoment } from '../../../shared/format.ts';
import { may, useMe } from '../../session.tsx';
import type { BriefingFigures, Within } from './briefing.ts';

type Other = NonNullable<BriefingFigures['other']>;

/**
 * That there are other figures than those the page shows [GV29]: while preparing those it was prepared with, in the meeting those
 * published since, with the choice to take them over.
 */
export function OtherFigures(props: { within: Within; figures: BriefingFigures }): ReactElement | null {
  const { figures, within } = props;
  const { other, fixedAt } = figures;
  if (other === null) return null;
  if (fixedAt === null) return <SincePrepared figures={figures} other={other} />;
  return <SinceBegun figures={figures} other={other} fixedAt={fixedAt} within={within} />;
}

type Told = { figures: BriefingFigures; other: Other };

function SincePrepared({ figures, other }: Told): ReactElement {
  const before = other.dataDate === null ? 'lúc chưa có số liệu' : `theo ${nameOf(other)}`;
  return (
    <div className="notice" role="status">
      <Icon name="info" />
      <p>
        Buổi này được chuẩn bị {before}. Nay{' '}
        {figures.dataDate === null ? 'không còn số liệu nào.' : `là ${nameOf(figures)}.`} Câu nào đổi có ghi
        câu lúc chuẩn bị bên dưới.
      </p>
    </div>
  );
}

function SinceBegun(props: Told & { fixedAt: string; within: Within }): ReactElement {
  const me = useMe();
  const { figures, other, within } = props;
  const take = useCommand(takeOverFigures);
  const { dataDate, versionNumber } = other;
  const canTake = dataDate !== null && versionNumber !== null && may(me, takeOverFigures);
  return (
    <>
      <div className="notice warn" role="status">
        <Icon name="warning" />
        <p>
          {newsOf(figures, other)} Buổi họp vẫn theo {nameOf(figures)}, chốt lúc {formatMoment(props.fixedAt)}
          .
        </p>
        {canTake ? (
          <button
            type="button"
            className="btn sm push no-print"
            disabled={take.isBusy}
            onClick={() => void take.run({ ...within, dataDate, versionNumber })}
          >
            Dùng số liệu {formatDate(dataDate)}
          </button>
        ) : null}
      </div>
      <Refused error={take.error} />
    </>
  );
}

/** A later month is news; an earlier one is what is left after an undo. */
function newsOf(fixed: BriefingFigures, other: Other): string {
  if (other.dataDate === null) return 'Số liệu đã được hoàn tác.';
  if (fixed.dataDate !== null && other.dataDate < fixed.dataDate)
    return `Số liệu ngày ${formatDate(fixed.dataDate)} đã được hoàn tác, mới nhất còn ${nameOf(other)}.`;
  const version = other.versionNumber === null ? '' : `, bản ${other.versionNumber}`;
  return `Có số liệu mới ngày ${formatDate(other.dataDate)}${version}.`;
}

/** What other figures say of a point; `sentence` null: they make none. */
export function ChangedSentence(props: {
  figures: BriefingFigures;
  sentence: string | null;
}): ReactElement | null {
  const { other, fixedAt } = props.figures;
  if (other === null) return null;
  const isPreparing = fixedAt === null;
  const source = other.dataDate === null ? 'không có số liệu' : `số liệu ${formatDate(other.dataDate)}`;
  return (
    <span className="sub">
      {isPreparing ? `Lúc chuẩn bị, ${source}` : `Theo ${source}`}:{' '}
      {props.sentence ?? (isPreparing ? 'chưa có điểm này.' : 'không còn điểm này.')}
    </span>
  );
}

type Named = Pick<BriefingFigures, 'dataDate' | 'versionNumber'>;

/** `số liệu ngày 31/10/2026, bản 1` */
function nameOf({ dataDate, versionNumber }: Named): string {
  if (dataDate === null) return 'lúc chưa có số liệu';
  return `số liệu ngày ${formatDate(dataDate)}${versionNumber === null ? '' : `, bản ${versionNumber}`}`;
}
