import type { ReactElement, ReactNode } from 'react';
import { changeWords } from '../format.ts';
import { Icon, type IconName } from './icon.tsx';

/** What a colour means; it never stands without its word. */
export type Tone = 'bad' | 'warn' | 'good' | 'hold' | 'dim' | 'plain';

/** A state: icon and word. */
export function Status(props: {
  readonly tone: Tone;
  readonly icon: IconName;
  readonly small?: boolean;
  readonly children: ReactNode;
}): ReactElement {
  const tone = props.tone === 'plain' ? '' : ` ${props.tone}`;
  return (
    <span className={`st${tone}${props.small ? ' small' : ''}`}>
      <Icon name={props.icon} />
      {props.children}
    </span>
  );
}

/** The same as a filled mark beside a heading. */
export function Chip(props: {
  readonly tone: Tone | 'info';
  readonly icon?: IconName;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <span className={`chip ${props.tone}`}>
      {props.icon === undefined ? null : <Icon name={props.icon} />}
      {props.children}
    </span>
  );
}

const ARROWS = { '-1': 'fall', '0': 'equal', '1': 'rise' } as const;

/**
 * A change: arrow and word, as "tăng 252 triệu". Good or bad only where a rule says which way is better;
 * otherwise it is said without judgement.
 *
 * @param amount without its sign
 */
export function Change(props: {
  readonly direction: -1 | 0 | 1;
  readonly amount: string;
  readonly better?: 'more' | 'less';
}): ReactElement {
  return (
    <Status tone={toneOf(props)} icon={ARROWS[props.direction]}>
      {changeWords(props.direction, props.amount)}
    </Status>
  );
}

function toneOf({ direction, better }: { direction: -1 | 0 | 1; better?: 'more' | 'less' }): Tone {
  if (direction === 0 || better === undefined) return 'dim';
  return direction > 0 === (better === 'more') ? 'good' : 'bad';
}
