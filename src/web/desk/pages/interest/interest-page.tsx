import type { ReactElement } from 'react';
import { formatDate } from '../../../../kernel/dates.ts';
import { checkInterest } from '../../../../modules/portfolio/contract.ts';
import { useQuestion } from '../../../shared/api/query.ts';
import { Show } from '../../../shared/api/show.tsx';
import { type Figure, Figures } from '../../../shared/components/figures.tsx';
import { NumberLink } from '../../../shared/components/number-link.tsx';
import { PageHead, Section, SourceLine } from '../../../shared/components/section.tsx';
import { formatInteger, formatMonth, formatShort, formatSigned, formatVnd } from '../../../shared/format.ts';
import { AppLink, useNavigation } from '../../../shared/navigation.tsx';
import { type InterestCheckAddress, paths } from '../../paths.ts';
import { communeOf, useMe } from '../../session.tsx';
import { StaleFigures } from '../../shell/data-date.tsx';
import { Page } from '../../shell/page.tsx';
import { askedDate, useSearchParams, useTitle } from '../../use-address.ts';
import { PlaceTools } from '../lists/lists-page.tsx';
import { AccrualDrawer } from './accrual-drawer.tsx';
import { type Check, type CheckResult, RESULTS, resultShown } from './check-words.ts';
import { CommunesSection } from './communes-section.tsx';
import { LoansSection } from './loans-section.tsx';

/** The bank's accrual of a month re-computed loan by loan: how many are equal, different, not checkable, and why. */
export function InterestPage(): ReactElement {
  const me = useMe();
  const search = useSearchParams();
  const { xa, kq, lydo, vi, tai } = search;
  const at: InterestCheckAddress = { xa, ngay: askedDate(search), kq, lydo, vi, tai };
  const commune = communeOf(me, xa);
  const answer = useQuestion(checkInterest, {
    ...(commune === undefined ? {} : { communeId: commune.id }),
    ...(at.ngay === undefined ? {} : { dataDate: at.ngay }),
  });
  const dataDate = answer.data?.dataDate;
  const title =
    dataDate === undefined ? 'Kiểm tra lãi dự thu' : `Kiểm tra lãi dự thu, tháng ${formatMonth(dataDate)}`;
  useTitle(title);
  return (
    <Page
      tools={
        <PlaceTools at={at} hrefOf={(place) => paths.interestCheck({ kq, xa: place.xa, ngay: place.ngay })} />
      }
    >
      <PageHead title={title}>
        <AppLink href={paths.office(at.ngay)}>Tháng của phòng giao dịch</AppLink>
        {commune === undefined ? '' : ` / ${commune.name}`}. Lãi dự thu trong tháng của từng món vay được tính
        lại từ chính tệp tháng ấy rồi so với số ngân hàng ghi; khác thì nêu ra, không sửa.{' '}
        {dataDate === undefined ? '' : `Số liệu ngày ${formatDate(dataDate)}. `}
        <StaleFigures communeId={commune?.id} />
      </PageHead>
      <div className={answer.isStale ? 'is-stale' : undefined} aria-busy={answer.isStale}>
        <Show answer={answer} rows={12}>
          {(check) => <CheckBody check={check} at={at} />}
        </Show>
      </div>
    </Page>
  );
}

function CheckBody({ check, at }: { check: Check; at: InterestCheckAddress }): ReactElement {
  const result = at.lydo === undefined ? resultShown(at.kq, check) : 'notCheckable';
  return (
    <>
      <Figures figures={figuresOf(check, at)} />
      <p className="flow">
        <span>Của những món tính lại được:</span>
        <span>
          theo tệp <b>{formatVnd(check.fileVnd)}</b>
        </span>
        <span>
          tính lại <b>{formatVnd(check.oursVnd)}</b>
        </span>
        <span>
          chênh lệch{' '}
          {check.fileVnd === check.oursVnd ? '0 đ' : <b>{formatSigned(check.fileVnd - check.oursVnd)} đ</b>}
        </span>
      </p>
      <div className="stack">
        {check.communes.length > 1 ? <CommunesSection check={check} /> : null}
        {check.reasons.length === 0 ? null : <ReasonsSection check={check} at={at} />}
        <LoansSection check={check} at={at} result={result} />
      </div>
      <SourceLine>
        Nguồn: Báo cáo 31 và danh sách nợ khoanh của NHCSXH, số liệu ngày {formatDate(check.dataDate)}. Tính
        theo số dư thực tế từng ngày; lãi trong hạn và quá hạn làm tròn riêng, mỗi món một lần. Tổng lãi dự
        thu {formatShort(check.fileVnd)} không gồm những món không tính lại được.
      </SourceLine>
      <OpenLoan check={check} at={at} />
    </>
  );
}

function figuresOf(check: Check, at: InterestCheckAddress): readonly Figure[] {
  const hrefOf = (result: CheckResult) =>
    check[result] === 0
      ? undefined
      : paths.interestCheck({ ...at, kq: RESULTS[result].key, lydo: undefined, vi: undefined });
  const count = (value: number) => ({ value: formatInteger(value), unit: 'món' });
  return [
    {
      name: 'Tính lại được',
      quantity: count(check.checked),
      detail: `trong ${formatInteger(check.checked + check.notCheckable)} món còn dư nợ`,
    },
    { name: 'Khớp', quantity: count(check.equal), href: hrefOf('equal'), detail: 'đến từng đồng' },
    {
      name: 'Khác',
      quantity: count(check.different),
      href: hrefOf('different'),
      detail: 'mỗi món kèm cách tính',
    },
    {
      name: 'Không tính lại được',
      quantity: count(check.notCheckable),
      href: hrefOf('notCheckable'),
      detail: 'tệp không đủ để tính',
    },
  ];
}

function ReasonsSection({ check, at }: { check: Check; at: InterestCheckAddress }): ReactElement {
  return (
    <Section title="Vì sao không tính lại được">
      <table className="t">
        <thead>
          <tr>
            <th scope="col">Lý do</th>
            <th scope="col" className="num">
              Món
            </th>
          </tr>
        </thead>
        <tbody>
          {check.reasons.map(({ reason, text, loans }) => (
            <tr key={reason}>
              <td>{text}</td>
              <td className="num">
                <NumberLink
                  href={paths.interestCheck({
                    ...at,
                    kq: RESULTS.notCheckable.key,
                    lydo: reason,
                    vi: undefined,
                  })}
                >
                  {formatInteger(loans)}
                </NumberLink>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

/** The loan that the address names, at the side. */
function OpenLoan({ check, at }: { check: Check; at: InterestCheckAddress }): ReactElement | null {
  const me = useMe();
  const { go } = useNavigation();
  const communeId = communeOf(me, at.tai ?? at.xa)?.id;
  if (at.vi === undefined || communeId === undefined) return null;
  return (
    <AccrualDrawer
      loan={{ communeId, contractNo: at.vi, dataDate: check.dataDate }}
      onClose={() => go(paths.interestCheck({ ...at, vi: undefined, tai: undefined }))}
    />
  );
}
