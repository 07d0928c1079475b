import { type ReactElement, type ReactNode, useEffect, useRef } from 'react';

/**
 * A place on a page that a number elsewhere opens by `#id`. It comes into sight once it is there: the address was followed before
 * the server had answered, and the browser found nothing to go to.
 */
export function Place(props: { readonly id: string; readonly children: ReactNode }): ReactElement {
  const { id } = props;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (window.location.hash === `#${id}`) place.current?.scrollIntoView();
  }, [id]);
  return (
    <div id={id} ref={place}>
      {props.children}
    </div>
  );
}
