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

/** A button that opens a short list of pages. Arrows move, Esc closes and gives the focus back. */
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
  const links = () => Array.from(root.current?.querySelectorAll<HTMLElement>('.menu a') ?? []);
  useEffect(() => {
    if (isOpen) root.current?.querySelector<HTMLElement>('.menu [aria-current], .menu a')?.focus();
  }, [isOpen]);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (event.key === 'Escape' && isOpen) {
      setOpen(false);
      root.current?.querySelector('button')?.focus();
    }
    if (step === 0) return;
    event.preventDefault();
    if (!isOpen) return setOpen(true);
    const all = links();
    all[(all.indexOf(document.activeElement as HTMLElement) + step + all.length) % all.length]?.focus();
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
              <AppLink
                href={item.href}
                aria-current={item.isCurrent ? 'true' : undefined}
                onClick={() => setOpen(false)}
              >
                {item.text}
              </AppLink>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
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
