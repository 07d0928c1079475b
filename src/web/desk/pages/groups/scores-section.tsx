import type { ReactElement } from 'react';
import { type BusinessDate, formatDate } from '../../../../kernel/dates.ts';
import { Section } from '../../../shared/components/section.tsx';
import { Grade } from './grade.tsx';
import type { GroupFile } from './group-file.ts';

/** The scores of the months, each with its six items, total and grade; the month looked at is marked. */
export function Scores({
  file,
  at,
}: {
  readonly file: GroupFile;
  readonly at: BusinessDate | undefined;
}): ReactElement {
  return (
    <Section title="Điểm các tháng">
      <table className="t d scores">
        <thead>
          <tr>
            <th scope="col">Số liệu</th>
            <th scope="col" className="num">
              Điểm
            </th>
            <th scope="col">Xếp loại</th>
          </tr>
        </thead>
        <tbody>
          {file.scores.map((score) => (
            <tr key={score.dataDate} aria-current={score.dataDate === at ? 'true' : undefined}>
              <td>
                {formatDate(score.dataDate)}
                <span className="sub">{partsOf(score)}</span>
              </td>
              <td className="num">{score.totalPoints}</td>
              <td>
                <Grade score={score} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function partsOf(score: GroupFile['scores'][number]): string {
  return (
    `sinh hoạt ${score.attendancePoints}, quá hạn ${score.overduePoints}, gốc ${score.principalPoints}, ` +
    `lãi ${score.interestPoints}, gửi ${score.saversPoints}, tăng gửi ${score.savingsGrowthPoints}`
  );
}
