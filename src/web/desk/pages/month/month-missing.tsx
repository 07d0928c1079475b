import type { ReactElement, ReactNode } from 'react';
import { communeParts } from '../../../../kernel/commune-words.ts';
import { formatDate } from '../../../../kernel/dates.ts';
import { Icon } from '../../../shared/components/icon.tsx';
import { PageHead } from '../../../shared/components/section.tsx';
import { EmptyState } from '../../../shared/components/states.tsx';
import { formatMonth } from '../../../shared/format.ts';
import { AppLink } from '../../../shared/navigation.tsx';
import { paths } from '../../paths.ts';
import type { Month, SectionProps } from './month.ts';

/** A date whose files leave the commune out: missing, not zero, and the way to the newest figures there are. */
export function MissingMonth(props: {
  readonly month: Month;
  readonly dataDate: NonNullable<Month['dataDate']>;
  readonly communeCode: string;
  /** What stands before the figures of every month: it is told without them too. */
  readonly children?: ReactNode;
}): ReactElement {
  const { month, dataDate } = props;
  const { figuresDate } = month;
  const { kind } = communeParts(month.communeName);
  return (
    <>
      <PageHead title={`${month.communeName}, tháng ${formatMonth(dataDate)}`} />
      {props.children}
      <EmptyState
        action={
          figuresDate === null ? undefined : (
            <AppLink className="btn go" href={paths.commune(props.communeCode, figuresDate)}>
              Xem số liệu {formatDate(figuresDate)}
            </AppLink>
          )
        }
      >
        Tệp của ngày {formatDate(dataDate)} không có {kind} này: chưa có số liệu, không phải bằng 0.{' '}
        {figuresDate === null
          ? 'Các ngày khác cũng chưa có số liệu.'
          : `Số liệu mới nhất của ${kind} là ngày ${formatDate(figuresDate)}.`}
      </EmptyState>
    </>
  );
}

/** Said where the office has a newer date than the commune: the page shows the commune's newest. */
export function NewerElsewhere({ month, communeCode }: SectionProps): ReactElement | null {
  const [newest] = month.dataDates;
  if (newest === undefined || month.figuresDate === null || newest <= month.figuresDate) return null;
  if (month.dataDate !== month.figuresDate) return null;
  const { kind } = communeParts(month.communeName);
  return (
    <div className="notice warn" role="status">
      <Icon name="warning" />
      <p>
        Tệp ngày {formatDate(newest)} không có {kind} này. Đang xem số liệu mới nhất của {kind}, ngày{' '}
        {formatDate(month.figuresDate)}.
      </p>
      <AppLink className="btn sm push no-print" href={paths.commune(communeCode, newest)}>
        Mở ngày {formatDate(newest)}
      </AppLink>
    </div>
  );
}
