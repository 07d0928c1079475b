import { type FormEvent, type ReactElement, useState } from 'react';

/**
 * Where somebody types what they look for on a page that has it all; it goes into the address when Enter is pressed, and the field keeps
 * the keyboard.
 */
export function FindForm(props: {
  /** What is looked for: `Tên quy tắc, văn bản`. */
  readonly label: string;
  /** What the address says now. */
  readonly sought: string;
  readonly onFind: (sought: string) => void;
}): ReactElement {
  const [text, setText] = useState(props.sought);
  const [followed, follow] = useState(props.sought);
  if (followed !== props.sought) {
    follow(props.sought);
    setText(props.sought);
  }
  const find = (event: FormEvent) => {
    event.preventDefault();
    props.onFind(text.trim());
  };
  return (
    <search aria-label={props.label}>
      <form className="filters find no-print" onSubmit={find}>
        <input
          className="input filters-text"
          type="search"
          aria-label={props.label}
          placeholder={props.label}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit" className="btn">
          Tìm
        </button>
      </form>
    </search>
  );
}
