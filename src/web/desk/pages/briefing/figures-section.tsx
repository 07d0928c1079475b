import type { ReactElement, ReactNode } from 'react';
import { inCommune, villageWord } from '../../../../kernel/commune-words.ts';
import { formatDate } from '../../../../kernel/dates.ts';
import type { Vnd } from '../../../../kernel/money.ts';
import { NumberLink } from '../../../shared/components/number-link.tsx';
import { Section } from '../../../shared/components/section.tsx';
import { AgeNote, EmptyState } from '../../../shared/components/states.tsx';
import { formatInteger, formatMillions, formatMillionsSigned } from '../../../shared/format.ts';
import { shortVillage } from '../../../shared/names.ts';
import { AppLink } from '../../../shared/navigation.tsx';
import { ALL_LOANS, type ListFilter, paths } from '../../paths.ts';
import { SHORT_ASSOCIATIONS } from '../../reference.ts';
import { ageWords, type BriefingFigures } from './briefing.ts';

type Part = BriefingFigures['associations'][number];
type Group = BriefingFigures['groups'][number];

const FROZEN = 'Khoanh';
const INTEREST = 'Thu lãi';

/** Figures by association and by group, each number opening its list; millions, as in the hall. */
export function FiguresSection(props: {
  readonly number: number;
  readonly figures: BriefingFigures;
  readonly communeName: string;
  readonly communeCode: string;
}): ReactElement {
  const { figures, communeName, communeCode } = props;
  const { dataDate, comparedDate, total } = figures;
  const title = `${props.number}. Số liệu theo hội, tổ`;
  if (dataDate === null || total === null)
    return (
      <Section title={title}>
        <EmptyState>
          {inCommune('Xã chưa có số liệu đến ngày giao ban.', communeName)} Cán bộ nhập các tệp cuối tháng, số
          liệu sẽ tự hiện ở đây.
        </EmptyState>
      </Section>
    );
  const slice: ListFilter = { xa: communeCode, ngay: dataDate };
  const caption = `Triệu đồng, số liệu ngày ${formatDate(dataDate)}${
    comparedDate === null ? '' : `, so với ${formatDate(comparedDate)}`
  }`;
  const compared = comparedDate === null ? 'Tăng giảm' : `So ${formatDate(comparedDate).slice(0, 5)}`;
  return (
    <>
      <Section title={title}>
        {figures.stale === null ? null : <AgeNote words={ageWords(figures)} />}
        <PartTable caption={caption} heading="Hội nhận ủy thác" compared={compared} last={INTEREST}>
          {figures.associations.map((part) => (
            <tr key={part.key}>
              <th scope="row">
                <AppLink href={paths.list(ALL_LOANS, { ...slice, hoi: part.key })}>
                  {SHORT_ASSOCIATIONS[part.key] ?? part.name}
                </AppLink>{' '}
                {part.groups > 0 ? <span className="sub">{formatInteger(part.groups)} tổ</span> : null}
              </th>
              <Numbers part={part} compared={compared} slice={{ ...slice, hoi: part.key }} />
              <Amount
                value={part.interestMonthVnd}
                second={INTEREST}
                places={1}
                href={paths.list('interest_in_month', { ...slice, hoi: part.key })}
              />
            </tr>
          ))}
          <tr className="sum">
            <th scope="row">{inCommune('Toàn xã', communeName)}</th>
            <Numbers part={total} compared={compared} slice={slice} />
            <Amount
              value={total.interestMonthVnd}
              second={INTEREST}
              places={1}
              href={paths.list('interest_in_month', slice)}
            />
          </tr>
        </PartTable>
      </Section>
      <section aria-label="Số liệu theo tổ">
        <PartTable
          caption={caption}
          heading={`Tổ trưởng, ${villageWord(
            communeName,
            figures.groups.map(({ villageName }) => villageName),
          )}`}
          compared={compared}
          last={figures.inactiveTitle}
          isQuiet
        >
          {figures.groups.map((group) => (
            <tr key={group.key} className={toneOf(group)}>
              <th scope="row">
                <AppLink href={paths.group(communeCode, group.key, dataDate)}>{group.name}</AppLink>{' '}
                {group.villageName === null ? null : (
                  <span className="sub">{shortVillage(group.villageName)}</span>
                )}
              </th>
              <Numbers part={group} compared={compared} slice={{ ...slice, to: group.key }} />
              <td className="num second" data-label={figures.inactiveTitle}>
                <NumberLink
                  isZero={group.inactiveLoans === 0}
                  href={paths.list('inactive_3_months', { ...slice, to: group.key })}
                >
                  {formatInteger(group.inactiveLoans)}
                </NumberLink>
              </td>
            </tr>
          ))}
        </PartTable>
      </section>
    </>
  );
}

/** Rows that the meeting stops at: overdue debt red, frozen debt violet, beside the numbers that say so. */
function toneOf({ overdueVnd, frozenVnd }: Group): string | undefined {
  if (overdueVnd > 0n) return 'hot';
  return frozenVnd > 0n ? 'hot held' : undefined;
}

function PartTable(props: {
  caption: string;
  heading: string;
  compared: string;
  last: string;
  isQuiet?: boolean;
  children: ReactNode;
}): ReactElement {
  return (
    <div className="part-frame">
      <table className="t part-t">
        <caption className={props.isQuiet ? 'sr' : undefined}>{props.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{props.heading}</th>
            <th scope="col" className="num">
              Dư nợ
            </th>
            <th scope="col" className="num wide-only">
              {props.compared}
            </th>
            <th scope="col" className="num">
              Quá hạn
            </th>
            <th scope="col" className="num wide-only">
              {FROZEN}
            </th>
            <th scope="col" className="num">
              Lãi tồn
            </th>
            <th scope="col" className="num wide-only">
              {props.last}
            </th>
          </tr>
        </thead>
        <tbody>{props.children}</tbody>
      </table>
    </div>
  );
}

function Numbers(props: { part: Part; compared: string; slice: ListFilter }): ReactElement {
  const { part, slice } = props;
  const { outstandingChangeVnd: change } = part;
  return (
    <>
      <Amount value={part.outstandingVnd} href={paths.list(ALL_LOANS, slice)} />
      <td className="num second" data-label={props.compared}>
        {change === null ? (
          <span className="faint">mới</span>
        ) : (
          <NumberLink isZero={change === 0n} href={paths.list('outstanding_changed', slice)}>
            {formatMillionsSigned(change)}
          </NumberLink>
        )}
      </td>
      <Amount value={part.overdueVnd} href={paths.list('overdue', slice)} />
      <Amount value={part.frozenVnd} second={FROZEN} href={paths.list('frozen', slice)} />
      <Amount value={part.unpaidInterestVnd} places={1} href={paths.list('unpaid_interest', slice)} />
    </>
  );
}

/** An amount; one of the second line of a phone tells its heading itself, which is not above it there. */
function Amount(props: { value: Vnd; places?: 0 | 1; second?: string; href: string }): ReactElement {
  return (
    <td className={props.second === undefined ? 'num' : 'num second'} data-label={props.second}>
      <NumberLink isZero={props.value === 0n} href={props.href}>
        {formatMillions(props.value, props.places ?? 0)}
      </NumberLink>
    </td>
  );
}
