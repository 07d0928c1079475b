import { type ReactElement, useEffect, useState } from 'react';
import { CONCLUSIONS_ID } from './places.ts';

/** What lies over the lower edge of a narrow screen, in pixels: behind the bar the field is not seen. */
const BAR_PX = 60;

/**
 * In a meeting on a narrow screen, where the conclusions stand below all else: one press leads to the field in which they are typed,
 * from wherever the page stands. Where the field itself is in sight the button is not, and so does not lie over the lines above it.
 */
export function ConclusionsJump({ conclusions }: { readonly conclusions: number }): ReactElement {
  const isFieldInSight = useFieldInSight();
  const jump = () => {
    document.getElementById(CONCLUSIONS_ID)?.scrollIntoView();
    lineOfFields()?.querySelector('input')?.focus({ preventScroll: false });
  };
  return (
    <button
      type="button"
      className={`btn conclusions-jump no-print${isFieldInSight ? ' is-there' : ''}`}
      onClick={jump}
    >
      Ghi kết luận{conclusions === 0 ? '' : ` (đã có ${conclusions})`}
    </button>
  );
}

function lineOfFields(): HTMLElement | null | undefined {
  return document.getElementById(CONCLUSIONS_ID)?.querySelector<HTMLElement>('.add');
}

function useFieldInSight(): boolean {
  const [isInSight, setInSight] = useState(false);
  useEffect(() => {
    const fields = lineOfFields();
    if (!fields) return;
    const observer = new IntersectionObserver(
      (entries) => setInSight(entries.at(-1)?.isIntersecting === true),
      { rootMargin: `0px 0px -${BAR_PX}px` },
    );
    observer.observe(fields);
    return () => observer.disconnect();
  }, []);
  return isInSight;
}
