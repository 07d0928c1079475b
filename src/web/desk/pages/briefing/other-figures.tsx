import type { ReactElement } from 'react';
import { formatDate } from '../../../../kernel/dates.ts';
import { takeOverFigures } from '../../../../modules/governance/contract.ts';
import { useCommand } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { Status } from '../../../shared/components/status.tsx';
import { may, useMe } from '../../session.tsx';
import { type BriefingFigures, hourOf, type Within } from './briefing.ts';

type Other = NonNullable<BriefingFigures['other']>;

/**
 * That there are other figures than those the page shows [GV29]: while preparing those it was prepared with, in the meeting those
 * published since, with the choice to take them over.
 */
export function OtherFigures(props: { within: Within; figures: BriefingFigures }): ReactElement | null {
  const { figures, within } = props;
  const { other, fixedAt } = figures;
  if (other === null) return null;
  return fixedAt === null ? (
    <div className="notice" role="status">
      <Status tone="dim" icon="info">
        {nameOf(figures)} về sau khi buổi này được chuẩn bị
        {other.dataDate === null
          ? ', lúc đó xã chưa có số liệu.'
          : ` với ${inSentence(other)}. Câu nào đổi có ghi câu cũ bên dưới.`}
      </Status>
    </div>
  ) : (
    <Newer other={other} fixed={{ name: inSentence(figures), at: hourOf(fixedAt) }} within={within} />
  );
}

function Newer(props: { other: Other; fixed: { name: string; at: string }; within: Within }): ReactElement {
  const me = useMe();
  const { other, fixed, within } = props;
  const take = useCommand(takeOverFigures);
  const { dataDate, versionNumber } = other;
  const stays = `Buổi họp vẫn theo ${fixed.name}, chốt lúc ${fixed.at}.`;
  if (dataDate === null || versionNumber === null)
    return (
      <div className="notice warn" role="status">
        <Status tone="warn" icon="warning">
          Số liệu của buổi họp đã được hoàn tác. {stays}
        </Status>
      </div>
    );
  return (
    <div className="notice warn" role="status">
      <p>
        <Status tone="warn" icon="warning">
          Có số liệu mới ngày {formatDate(dataDate)}, bản {versionNumber}. {stays}
        </Status>
      </p>
      {may(me, takeOverFigures) ? (
        <button
          type="button"
          className="btn sm push no-print"
          disabled={take.isBusy}
          onClick={() => void take.run({ ...within, dataDate, versionNumber })}
        >
          Dùng số liệu mới
        </button>
      ) : null}
      <Refused error={take.error} />
    </div>
  );
}

/** What other figures say of a point; `sentence` null: they make none. */
export function ChangedSentence(props: {
  figures: BriefingFigures;
  sentence: string | null;
}): ReactElement | null {
  const { other, fixedAt } = props.figures;
  if (other === null) return null;
  const when = fixedAt === null ? 'Lúc chuẩn bị' : 'Theo số liệu mới';
  const on = other.dataDate === null ? '' : `, ngày ${formatDate(other.dataDate)}`;
  return (
    <span className="sub">
      {when}
      {on}: {props.sentence ?? (fixedAt === null ? 'chưa có điểm này.' : 'không còn điểm này.')}
    </span>
  );
}

type Named = Pick<BriefingFigures, 'dataDate' | 'versionNumber'>;

function nameOf({ dataDate, versionNumber }: Named): string {
  if (dataDate === null) return 'Số liệu';
  return `Số liệu ngày ${formatDate(dataDate)}${versionNumber === null ? '' : `, bản ${versionNumber}`},`;
}

/** `số liệu ngày 31/10/2026, bản 1` */
function inSentence({ dataDate, versionNumber }: Named): string {
  if (dataDate === null) return 'lúc chưa có số liệu';
  return `số liệu ngày ${formatDate(dataDate)}${versionNumber === null ? '' : `, bản ${versionNumber}`}`;
}
