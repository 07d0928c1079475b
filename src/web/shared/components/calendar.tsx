import { type KeyboardEvent, type ReactElement, useEffect, useRef, useState } from 'react';
import { addMonths, type BusinessDate, formatWeekdayDate, parts } from '../../../kernel/dates.ts';
import { formatLunarDate, lunarDate } from '../../../modules/sessions/domain/lunar.ts';
import { formatMonth } from '../format.ts';
import { Icon } from './icon.tsx';
import { dayAfterKey, WEEKDAY_HEADS, weeksOf } from './month-grid.ts';

/**
 * A month to choose a day from: Monday first, the lunar day small below each. Arrows move, Page Up and Page Down change
 * the month, Enter chooses.
 */
export function Calendar(props: {
  readonly start: BusinessDate;
  readonly chosen: BusinessDate | undefined;
  readonly today: BusinessDate | undefined;
  readonly onChoose: (date: BusinessDate) => void;
}): ReactElement {
  const [at, setAt] = useState(props.start);
  const grid = useRef<HTMLTableElement>(null);
  const isMoving = useRef(true);
  useEffect(() => {
    if (isMoving.current) grid.current?.querySelector<HTMLElement>(`[data-day="${at}"]`)?.focus();
    isMoving.current = false;
  }, [at]);
  const onKeyDown = (event: KeyboardEvent) => {
    const to = dayAfterKey(at, event.key);
    if (to === undefined) return;
    event.preventDefault();
    isMoving.current = true;
    setAt(to);
  };
  return (
    <div className="cal">
      <div className="cal-head">
        <MonthStep label="Tháng trước" icon="previous" onStep={() => setAt(addMonths(at, -1))} />
        <b aria-live="polite">Tháng {formatMonth(at)}</b>
        <MonthStep label="Tháng sau" icon="next" onStep={() => setAt(addMonths(at, 1))} />
      </div>
      <table ref={grid} aria-label={`Tháng ${formatMonth(at)}`}>
        <thead>
          <tr>
            {WEEKDAY_HEADS.map(({ short, long }) => (
              <th key={short} scope="col" abbr={long}>
                {short}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(at).map((week) => (
            <tr key={week[0]}>
              {week.map((date) => (
                <DayCell key={date} date={date} at={at} onKeyDown={onKeyDown} {...props} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function MonthStep(props: { label: string; icon: 'previous' | 'next'; onStep: () => void }): ReactElement {
  return (
    <button type="button" className="cal-step" aria-label={props.label} onClick={props.onStep}>
      <Icon name={props.icon} />
    </button>
  );
}

function DayCell(props: {
  date: BusinessDate;
  at: BusinessDate;
  chosen: BusinessDate | undefined;
  today: BusinessDate | undefined;
  onChoose: (date: BusinessDate) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}): ReactElement {
  const { date, at } = props;
  const lunar = lunarDate(date);
  const isOther = date.slice(0, 7) !== at.slice(0, 7);
  return (
    <td>
      <button
        type="button"
        data-day={date}
        tabIndex={date === at ? 0 : -1}
        className={isOther ? 'is-other' : undefined}
        aria-pressed={date === props.chosen}
        aria-current={date === props.today ? 'date' : undefined}
        onKeyDown={props.onKeyDown}
        onClick={() => props.onChoose(date)}
      >
        <span className="sr">{`${formatWeekdayDate(date)}, ${formatLunarDate(lunar)}`}</span>
        <span aria-hidden="true">
          {parts(date).day}
          {/* The month is named where it begins, as calendars on the wall do. */}
          <small>{lunar.day === 1 ? `1/${lunar.month}` : lunar.day}</small>
        </span>
      </button>
    </td>
  );
}
