import type { ReactElement } from 'react';
import { type BusinessDate, formatDate } from '../../../../kernel/dates.ts';
import { listDataDates } from '../../../../modules/portfolio/contract.ts';
import { failureOf } from '../../../shared/api/call.ts';
import { useQuestion } from '../../../shared/api/query.ts';
import { Status } from '../../../shared/components/status.tsx';
import { AppLink } from '../../../shared/navigation.tsx';
import type { ListFilter } from '../../paths.ts';
import type { Me } from '../../session.tsx';
import { StaleFigures } from '../../shell/data-date.tsx';

/**
 * What is to be known of the age of the figures shown: that there are newer ones, that even the newest are old, that
 * asking anew has failed and these are the ones from before.
 */
export function Freshness(props: {
  readonly communeId: Me['communes'][number]['id'] | undefined;
  readonly dataDate: BusinessDate;
  readonly filter: ListFilter;
  readonly hrefOf: (filter: ListFilter) => string;
  readonly pages: { readonly error: unknown; readonly again: () => void };
}): ReactElement {
  const { communeId, dataDate, pages } = props;
  const { data } = useQuestion(listDataDates, communeId === undefined ? {} : { communeId });
  const newest = data?.dataDates[0]?.dataDate;
  return (
    <p className="freshness">
      <StaleFigures communeId={communeId} />
      {newest === undefined || newest <= dataDate ? null : (
        <Status tone="warn" icon="clock" small>
          Đang xem số liệu {formatDate(dataDate)}, đã có{' '}
          <AppLink href={props.hrefOf({ ...props.filter, ngay: undefined, vi: undefined })}>
            số liệu {formatDate(newest)}
          </AppLink>
        </Status>
      )}
      {pages.error === null ? null : (
        <span className="no-print">
          <Status tone="bad" icon="warning" small>
            Chưa cập nhật được, đây là bản đã tải trước đó. {failureOf(pages.error).message}
          </Status>{' '}
          <button type="button" className="btn sm" onClick={pages.again}>
            Thử lại
          </button>
        </span>
      )}
    </p>
  );
}
