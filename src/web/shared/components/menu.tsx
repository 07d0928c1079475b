import {
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { AppLink } from '../navigation.tsx';

/** One choice of a menu: a page of this entry. */
export type MenuItem = {
  readonly key: string;
  readonly href: string;
  readonly text: ReactNode;
  readonly isCurrent?: boolean;
};

/**
 * A button that opens a short list of pages. It opens at the current one; arrows move, Home and End go to the ends; Esc
 * and a choice close it and give the focus back.
 */
export function Menu(props: {
  readonly label: string;
  readonly button: ReactNode;
  readonly className?: string;
  readonly items: readonly MenuItem[];
}): ReactElement {
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const listId = useId();
  useOutside(root, isOpen, () => setOpen(false));
  const find = (selector: string) => root.current?.querySelector<HTMLElement>(selector) ?? null;
  useEffect(() => {
    const menu = root.current;
    const current = menu?.querySelector<HTMLElement>('.menu [aria-current]');
    if (isOpen) (current ?? menu?.querySelector<HTMLElement>('.menu a'))?.focus();
  }, [isOpen]);
  const close = () => {
    setOpen(false);
    find('button')?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && isOpen) return close();
    const all = Array.from(root.current?.querySelectorAll<HTMLElement>('.menu a') ?? []);
    const to = target(event.key, all.indexOf(document.activeElement as HTMLElement), all.length);
    if (to === undefined) return;
    event.preventDefault();
    if (isOpen) all[to]?.focus();
    else setOpen(true);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys pressed in the button and the links pass through here.
    <div className="menu-root" ref={root} onKeyDown={onKeyDown}>
      <button
        type="button"
        className={props.className ?? 'field'}
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-label={props.label}
        onClick={() => setOpen(!isOpen)}
      >
        {props.button}
      </button>
      {isOpen ? (
        <ul className="menu" id={listId} aria-label={props.label}>
          {props.items.map((item) => (
            <li key={item.key}>
              <AppLink href={item.href} aria-current={item.isCurrent ? 'true' : undefined} onClick={close}>
                {item.text}
              </AppLink>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

/** The entry that a key leads to; of a closed menu, which has none, only whether the key opens it. */
function target(key: string, at: number, length: number): number | undefined {
  if (key === 'ArrowDown') return length === 0 ? 0 : (at + 1) % length;
  if (key === 'ArrowUp') return length === 0 ? 0 : (at - 1 + length) % length;
  if (length === 0) return undefined;
  if (key === 'Home') return 0;
  return key === 'End' ? length - 1 : undefined;
}

/** Runs `leave` when something outside `root` is pressed or focused while `isActive`. */
export function useOutside(
  root: { readonly current: HTMLElement | null },
  isActive: boolean,
  leave: () => void,
): void {
  const latest = useRef(leave);
  useEffect(() => {
    latest.current = leave;
  });
  useEffect(() => {
    if (!isActive) return;
    const check = (event: Event) => {
      if (event.target instanceof Node && root.current?.contains(event.target) === false) latest.current();
    };
    document.addEventListener('pointerdown', check);
    document.addEventListener('focusin', check);
    return () => {
      document.removeEventListener('pointerdown', check);
      document.removeEventListener('focusin', check);
    };
  }, [isActive, root]);
}
