import { createElement, type FunctionComponent, type ReactElement, use } from 'react';

/** A component whose code is loaded when it is first needed. */
export type LazyPart<Props extends object = object> = FunctionComponent<Props> & {
  /** Loads the code; answers whether it is there. It never throws. */
  readonly load: () => Promise<boolean>;
};

/**
 * Makes one. Where its code does not arrive, `NotLoaded` stands in its place and the page round it is kept: React's own
 * `lazy` would take the page away. Browsers remember that a script did not arrive for as long as the page lives, so only
 * loading the page anew helps.
 *
 * @param load the code; rejected where it does not arrive
 */
export function lazyPart<Props extends object>(
  load: () => Promise<FunctionComponent<Props>>,
  NotLoaded: FunctionComponent,
): LazyPart<Props> {
  let loaded: FunctionComponent<Props> | undefined;
  let loading: Promise<boolean> | undefined;
  const begin = async (): Promise<boolean> => {
    try {
      loaded = await load();
      return true;
    } catch {
      // Said by `NotLoaded`, or by whoever asked for the code beforehand.
      return false;
    }
  };
  const loadOnce = (): Promise<boolean> => {
    loading ??= begin();
    return loading;
  };
  function Part(props: Props): ReactElement {
    if (loaded === undefined) use(loadOnce());
    return loaded === undefined ? <NotLoaded /> : createElement(loaded, props);
  }
  return Object.assign(Part, { load: loadOnce });
}
