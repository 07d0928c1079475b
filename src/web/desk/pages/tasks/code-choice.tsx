import type { ReactElement } from 'react';
import { Fold } from '../../../shared/components/fold.tsx';
import type { PartOption } from './use-parts.ts';

const NAMED = 2;

/** Several of many, ticked; none ticked means all, and the closed list says which it is. */
export function CodeChoice(props: {
  readonly label: string;
  /** What none ticked means: `mọi thôn`. */
  readonly all: string;
  readonly options: readonly PartOption[];
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: readonly string[]) => void;
}): ReactElement | null {
  const { label, options, chosen, onChoose } = props;
  if (options.length === 0) return null;
  const toggle = (value: string) =>
    onChoose(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]);
  return (
    <Fold label={label} note={noteOf(props)}>
      <fieldset className="checks ticks">
        <legend className="sr">{label}</legend>
        {options.map(({ value, text }) => (
          <label key={value} className="check">
            <input type="checkbox" checked={chosen.includes(value)} onChange={() => toggle(value)} />
            {text}
          </label>
        ))}
      </fieldset>
      {chosen.length === 0 ? null : (
        <button type="button" className="link" onClick={() => onChoose([])}>
          Bỏ chọn, lấy {props.all}
        </button>
      )}
    </Fold>
  );
}

function noteOf({ all, options, chosen }: Parameters<typeof CodeChoice>[0]): string {
  if (chosen.length === 0) return all;
  const names = options.filter(({ value }) => chosen.includes(value)).map(({ text }) => text);
  const more = names.length - NAMED;
  return `${names.slice(0, NAMED).join('; ')}${more > 0 ? ` và ${more} nơi nữa` : ''}`;
}
