import { type ReactElement, Suspense, useId, useRef, useState } from 'react';
import { type BusinessDate, formatDate } from '../../../kernel/dates.ts';
import { lazyPart } from '../lazy-part.tsx';
import { useServerDay } from '../server-day.ts';
import { readTypedDate, textOfDay } from '../typed-date.ts';
import { Field, type FieldWords } from './field.tsx';
import { Icon } from './icon.tsx';
import { useOutside } from './menu.tsx';

// Most dates are typed: the calendar is loaded when it is first opened.
const Calendar = lazyPart(async () => (await import('./calendar.tsx')).Calendar, CalendarNotLoaded);

/**
 * A typed day, dd/mm/yyyy, with a calendar beside it. What is typed or pasted stays as it is; `onDate` gets the day
 * once it is one.
 */
export function DateField(
  props: FieldWords & {
    readonly value: BusinessDate | undefined;
    /** What stands in the field, where the form keeps that too: half a day outlives a reload. */
    readonly typed?: string | undefined;
    /** The day, undefined while it is none, and the text as it stands now. */
    readonly onDate: (date: BusinessDate | undefined, typed: string) => void;
  },
): ReactElement {
  const [own, setOwn] = useState(() => textOfDay(undefined, props.value));
  const typed = props.typed ?? own;
  const [isLeft, setLeft] = useState(false);
  const read = readTypedDate(typed);
  const take = (text: string) => {
    setOwn(text);
    const now = readTypedDate(text);
    props.onDate(now.state === 'day' ? now.date : undefined, text);
  };
  return (
    <Field
      label={props.label}
      hint={props.hint}
      error={isLeft && read.state === 'wrong' ? read.why : props.error}
    >
      {(ids) => (
        <WithCalendar
          label={props.label}
          chosen={read.state === 'day' ? read.date : undefined}
          onChoose={(date) => take(formatDate(date))}
        >
          <input
            // A form is not sent with a day that is none: empty would mean something else, as a session left out.
            ref={(input) => input?.setCustomValidity(read.state === 'wrong' ? read.why : '')}
            type="text"
            {...ids}
            className="input input-date"
            value={typed}
            inputMode="numeric"
            placeholder="dd/mm/yyyy"
            autoComplete="off"
            onChange={(event) => take(event.currentTarget.value)}
            onBlur={() => setLeft(true)}
          />
        </WithCalendar>
      )}
    </Field>
  );
}

function WithCalendar(props: {
  label: string;
  chosen: BusinessDate | undefined;
  onChoose: (date: BusinessDate) => void;
  children: ReactElement;
}): ReactElement {
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const calendarId = useId();
  const today = useServerDay();
  useOutside(root, isOpen, () => setOpen(false));
  const close = () => {
    setOpen(false);
    root.current?.querySelector('button')?.focus();
  };
  const start = props.chosen ?? today;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc pressed in the calendar passes through here.
    <div
      className="date-field"
      ref={root}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return;
        // A window round the form stays open.
        event.preventDefault();
        event.stopPropagation();
        close();
      }}
    >
      {props.children}
      <button
        type="button"
        className="btn date-open"
        aria-label={`Chọn trên lịch: ${props.label}`}
        aria-expanded={isOpen}
        aria-controls={calendarId}
        disabled={start === undefined}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="calendar" />
      </button>
      <div id={calendarId} className="date-calendar" hidden={!isOpen}>
        {isOpen && start !== undefined ? (
          <Suspense fallback={null}>
            <Calendar
              start={start}
              chosen={props.chosen}
              today={today}
              onChoose={(date) => {
                props.onChoose(date);
                close();
              }}
            />
          </Suspense>
        ) : null}
      </div>
    </div>
  );
}

function CalendarNotLoaded(): ReactElement {
  return (
    <p className="small" role="alert">
      Chưa mở được lịch: không kết nối được với máy chủ. Gõ ngày vẫn được.
    </p>
  );
}
