import {
  type AnchorHTMLAttributes,
  createContext,
  type MouseEvent,
  type ReactElement,
  type ReactNode,
  useContext,
} from 'react';

/** How an entry moves between its pages, so that shared parts need not know its router. */
export type Navigation = {
  /** Goes to an address of this entry without loading the page again. */
  readonly go: (href: string) => void;
};

const NavigationContext = createContext<Navigation>({ go: (href) => window.location.assign(href) });

/** Gives the pages below their way of moving. */
export function NavigationProvider(props: {
  readonly navigation: Navigation;
  readonly children: ReactNode;
}): ReactElement {
  return <NavigationContext value={props.navigation}>{props.children}</NavigationContext>;
}

/** The entry's way of moving, for commands and keys. */
export function useNavigation(): Navigation {
  return useContext(NavigationContext);
}

/** A link to a page of this entry. A new tab, a download or a middle click stays the browser's business. */
export function AppLink(
  props: AnchorHTMLAttributes<HTMLAnchorElement> & { readonly href: string },
): ReactElement {
  const { go } = useNavigation();
  const { children, href, onClick, ...rest } = props;
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (event.defaultPrevented || !plain) return;
    event.preventDefault();
    go(href);
  };
  return (
    <a href={href} {...rest} onClick={follow}>
      {children}
    </a>
  );
}
