import { type KeyboardEvent, type ReactElement, type ReactNode, useId, useRef, useState } from 'react';
import {
  LONGEST,
  MOST_AGENDA_ITEMS,
  MOST_AGENDA_MINUTES,
} from '../../../../modules/governance/domain/bounds.ts';
import { useUnsent } from '../../../shared/components/field.tsx';
import { Icon, type IconName } from '../../../shared/components/icon.tsx';
import { PrintNote } from '../../../shared/components/print-note.tsx';
import { takeKeyboard } from '../../use-kept-form.ts';
import {
  type AgendaLine,
  endsAt,
  MINUTES_WORDS,
  minutesTyped,
  movedLine,
  NEW_LINE,
  sumOfMinutes,
} from './agenda-lines.ts';
import { AgendaNote } from './agenda-note.tsx';
import type { Briefing } from './briefing.ts';
import { NameNote } from './name-note.tsx';
import { NumberNote } from './number-note.tsx';

/**
 * An agenda being written: each item with its minutes, to be renamed, moved (buttons, or Alt with ↑ ↓ from the field),
 * taken out or added. What is typed stands here until it is saved as a whole.
 */
export function AgendaEditor(props: {
  readonly start: readonly AgendaLine[];
  /** Somebody has just opened it: its first field has the keyboard. */
  readonly isJustOpened: boolean;
  /** The hour the meeting begins, for the hour it ends; null where none is known. */
  readonly startsAt: string | null;
  readonly isBusy: boolean;
  readonly saveLabel: string;
  /** Whose items they are: they carry notes, those of a template do not. */
  readonly briefing?: Briefing;
  /** Fields that belong to what is saved besides the items. */
  readonly children?: ReactNode;
  /** Told of every change, by whoever keeps what is typed. */
  readonly onLines?: (lines: readonly AgendaLine[]) => void;
  readonly onSave: (lines: readonly AgendaLine[]) => void;
  readonly onCancel: () => void;
}): ReactElement {
  const [lines, take] = useState(props.start);
  const setLines = (changed: readonly AgendaLine[]) => {
    take(changed);
    props.onLines?.(changed);
  };
  const list = useRef<HTMLOListElement>(null);
  const change = (i: number, changed: Partial<AgendaLine>) =>
    setLines(lines.map((line, at) => (at === i ? { ...line, ...changed } : line)));
  const move = (i: number, by: -1 | 1) => setLines(movedLine(lines, i, by));
  const add = () => {
    setLines([...lines, { ...NEW_LINE, itemId: crypto.randomUUID() }]);
    // The new field is there after this rendering.
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLInputElement>('li:last-child input')?.focus(),
    );
  };
  return (
    <form
      className="agenda-edit no-print"
      onSubmit={(event) => {
        event.preventDefault();
        props.onSave(lines);
      }}
    >
      <ol ref={list}>
        {lines.map((line, i) => (
          <EditedLine
            key={line.itemId}
            line={line}
            isFirst={i === 0}
            hasKeyboard={i === 0 && props.isJustOpened}
            isLast={i === lines.length - 1}
            isOnly={lines.length === 1}
            briefing={props.briefing}
            onChange={(changed) => change(i, changed)}
            onMove={(by) => move(i, by)}
            onRemove={() => setLines(lines.filter((_, at) => at !== i))}
          />
        ))}
      </ol>
      <p className="agenda-sum small" role="status">
        {sumOfMinutes(lines)} phút
        {props.startsAt === null ? '' : `, xong lúc ${endsAt(props.startsAt, lines)}`}
      </p>
      {props.children}
      <div className="form-acts">
        <button type="submit" className="btn go sm" disabled={props.isBusy}>
          {props.saveLabel}
        </button>
        <button type="button" className="btn sm" onClick={add} disabled={lines.length >= MOST_AGENDA_ITEMS}>
          Thêm mục
        </button>
        <button type="button" className="btn sm" onClick={props.onCancel}>
          Thôi
        </button>
      </div>
    </form>
  );
}

function EditedLine(props: {
  readonly line: AgendaLine;
  readonly isFirst: boolean;
  /** When it first stands there. */
  readonly hasKeyboard: boolean;
  readonly isLast: boolean;
  readonly isOnly: boolean;
  readonly briefing: Briefing | undefined;
  readonly onChange: (changed: Partial<AgendaLine>) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}): ReactElement {
  const { line } = props;
  const { unsent, listen } = useUnsent<HTMLLIElement>();
  const errorId = useId();
  const described = unsent === undefined ? {} : { 'aria-describedby': errorId };
  const name = line.title.trim() === '' ? 'mục mới' : line.title;
  // What is typed in the place of minutes and is none stands there until it is mended.
  const [noMinutes, setNoMinutes] = useState<string>();
  const typeMinutes = (text: string) => {
    const minutes = minutesTyped(text);
    setNoMinutes(minutes === undefined ? text : undefined);
    if (minutes !== undefined) props.onChange({ minutes });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    props.onMove(event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <li onKeyDown={onKeyDown} {...listen}>
      <input
        type="text"
        className="input"
        aria-label={`Tên mục: ${name}`}
        ref={props.hasKeyboard ? takeKeyboard : undefined}
        required
        maxLength={LONGEST.agendaTitle}
        {...described}
        value={line.title}
        onChange={(event) => props.onChange({ title: event.currentTarget.value })}
      />
      <input
        type="text"
        className="input num"
        inputMode="numeric"
        aria-label={`Số phút: ${name}`}
        title={`Số phút, từ 0 đến ${MOST_AGENDA_MINUTES}`}
        {...described}
        ref={(control) => control?.setCustomValidity(noMinutes === undefined ? '' : MINUTES_WORDS)}
        value={noMinutes ?? String(line.minutes)}
        onChange={(event) => typeMinutes(event.currentTarget.value)}
      />
      <span className="agenda-acts">
        <ActButton
          icon="rise"
          label={`Đưa lên: ${name}`}
          isOff={props.isFirst}
          onPress={() => props.onMove(-1)}
        />
        <ActButton
          icon="fall"
          label={`Đưa xuống: ${name}`}
          isOff={props.isLast}
          onPress={() => props.onMove(1)}
        />
        <ActButton icon="cross" label={`Bỏ mục: ${name}`} isOff={props.isOnly} onPress={props.onRemove} />
      </span>
      <PrintNote text={line.title} />
      {props.briefing === undefined ? null : (
        <NameNote text={line.title} kind="title" briefing={props.briefing} />
      )}
      <NumberNote text={line.title} />
      {props.briefing === undefined ? null : (
        <AgendaNote name={name} note={line.note ?? ''} briefing={props.briefing} onChange={props.onChange} />
      )}
      {unsent === undefined ? null : (
        <span id={errorId} className="form-error agenda-error" role="alert">
          <Icon name="warning" />
          {unsent}
        </span>
      )}
    </li>
  );
}

function ActButton(props: {
  readonly icon: IconName;
  readonly label: string;
  readonly isOff: boolean;
  readonly onPress: () => void;
}): ReactElement {
  return (
    <button
      type="button"
      className="icon-btn"
      aria-label={props.label}
      title={props.label}
      disabled={props.isOff}
      onClick={props.onPress}
    >
      <Icon name={props.icon} />
    </button>
  );
}
