import type { ReactElement } from 'react';
import { type BusinessDate, formatDate } from '../../../kernel/dates.ts';
import { AppLink } from '../navigation.tsx';
import { Icon } from './icon.tsx';
import { Menu } from './menu.tsx';

/**
 * Moves through the published data dates: the one before, the one after, and a menu of the last 24.
 *
 * @param dates newest first
 */
export function DateSwitcher(props: {
  readonly dates: readonly BusinessDate[];
  readonly current: BusinessDate;
  readonly comparedDate: BusinessDate | null;
  readonly hrefOf: (date: BusinessDate) => string;
}): ReactElement {
  // The date shown need not be among them: a kept address may name one that a commune has no figures for.
  const older = props.dates.find((date) => date < props.current);
  const newer = props.dates.findLast((date) => date > props.current);
  return (
    <>
      <span className="dates">
        <Step label="Số liệu trước" icon="previous" date={older} hrefOf={props.hrefOf} />
        <Menu
          label={`Số liệu ${formatDate(props.current)}, chọn ngày khác`}
          className="dates-open"
          button={
            <span>
              <span className="dates-word">Số liệu </span>
              <b>{formatDate(props.current)}</b>
            </span>
          }
          items={props.dates.slice(0, 24).map((date) => ({
            key: date,
            href: props.hrefOf(date),
            text: formatDate(date),
            isCurrent: date === props.current,
          }))}
        />
        <Step label="Số liệu sau" icon="next" date={newer} hrefOf={props.hrefOf} />
      </span>
      <span className="small dim nowrap">
        {props.comparedDate === null ? 'chưa có tháng trước' : `so với ${formatDate(props.comparedDate)}`}
      </span>
    </>
  );
}

/** On paper, where the bar with the dates is not: the date that changes are told from. */
export function ComparedOnPaper({
  comparedDate,
}: {
  readonly comparedDate: BusinessDate | null;
}): ReactElement {
  return (
    <span className="paper-only">
      {comparedDate === null ? ', chưa có tháng trước để so' : `, so với ${formatDate(comparedDate)}`}
    </span>
  );
}

function Step(props: {
  readonly label: string;
  readonly icon: 'previous' | 'next';
  readonly date: BusinessDate | undefined;
  readonly hrefOf: (date: BusinessDate) => string;
}): ReactElement {
  if (props.date === undefined)
    return (
      <span className="dates-step dates-none">
        <Icon name={props.icon} />
      </span>
    );
  return (
    <AppLink
      className="dates-step"
      href={props.hrefOf(props.date)}
      aria-label={`${props.label}: ${formatDate(props.date)}`}
    >
      <Icon name={props.icon} />
    </AppLink>
  );
}

/** Chooses the commune the page is about. One commune only: its name, without a menu. */
export function CommuneSwitcher(props: {
  readonly communes: readonly { readonly id: string; readonly name: string }[];
  readonly currentId: string | undefined;
  /** The choice above the communes, as the whole office. */
  readonly all?: { readonly name: string; readonly href: string };
  readonly hrefOf: (communeId: string) => string;
}): ReactElement | null {
  const current = props.communes.find((commune) => commune.id === props.currentId);
  const name = current?.name ?? props.all?.name;
  if (name === undefined) return null;
  const items = [
    ...(props.all === undefined
      ? []
      : [{ key: 'all', href: props.all.href, text: props.all.name, isCurrent: current === undefined }]),
    ...props.communes.map((commune) => ({
      key: commune.id,
      href: props.hrefOf(commune.id),
      text: commune.name,
      isCurrent: commune.id === props.currentId,
    })),
  ];
  if (items.length < 2)
    return (
      <span className="field field-still">
        <b>{name}</b>
      </span>
    );
  return (
    <Menu
      label={`${name}, chọn xã, phường khác`}
      button={
        <>
          <b>{name}</b>
          <Icon name="down" />
        </>
      }
      items={items}
    />
  );
}
