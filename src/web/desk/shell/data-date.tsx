import type { ReactElement } from 'react';
import type { BusinessDate } from '../../../kernel/dates.ts';
import { listDataDates } from '../../../modules/portfolio/contract.ts';
import { comparedDateOf } from '../../../modules/portfolio/domain/compared-date.ts';
import { useQuestion } from '../../shared/api/query.ts';
import { StaleNote } from '../../shared/components/states.tsx';
import { DateSwitcher } from '../../shared/components/switchers.tsx';
import { useServerDay } from '../../shared/server-day.ts';
import { type Me, may, useMe } from '../session.tsx';

type Place = { readonly communeId: Me['communes'][number]['id'] | undefined };

/** Moves a dated page through the last 24 data dates of a commune, or of the whole office. */
export function DataDateSwitcher(
  props: Place & {
    readonly asked: BusinessDate | undefined;
    readonly hrefOf: (date: BusinessDate) => string;
  },
): ReactElement | null {
  const dates = useDataDates(props.communeId);
  const current = props.asked ?? dates[0];
  if (current === undefined) return null;
  return (
    <DateSwitcher
      dates={dates}
      current={current}
      comparedDate={comparedDateOf(current, dates)}
      hrefOf={props.hrefOf}
    />
  );
}

/** "Số liệu 31/10/2026, cũ 22 ngày", where the newest figures are older than the rule allows. */
export function StaleFigures({ communeId }: Place): ReactElement | null {
  const me = useMe();
  const today = useServerDay();
  const { data } = useQuestion(listDataDates, communeId === undefined ? {} : { communeId }, {
    enabled: may(me, listDataDates),
  });
  const newest = data?.dataDates[0]?.dataDate;
  if (data?.staleness?.isStale !== true || newest === undefined || today === undefined) return null;
  return <StaleNote dataDate={newest} today={today} />;
}

function useDataDates(communeId: Place['communeId']): readonly BusinessDate[] {
  const me = useMe();
  const { data } = useQuestion(listDataDates, communeId === undefined ? {} : { communeId }, {
    enabled: may(me, listDataDates),
  });
  return data?.dataDates.map((entry) => entry.dataDate) ?? [];
}
