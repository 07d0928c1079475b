import { type RefObject, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

/**
 * The width a drawing has, in pixels, kept as the window changes; text in charts is never scaled. On paper there is
 * nothing to measure before the page is set, so the width there is given.
 */
export function useWidth(
  initial: number,
  paper: number,
): { ref: RefObject<HTMLDivElement | null>; width: number; isPaper: boolean } {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(initial);
  const [isPaper, setPaper] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const observer = new ResizeObserver(([entry]) => {
      const measured = Math.round(entry?.contentRect.width ?? 0);
      if (measured > 0) setWidth(measured);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    // The paper is set as soon as the event is over: the drawing must have been made anew by then.
    const before = () => flushSync(() => setPaper(true));
    const after = () => setPaper(false);
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);
  return { ref, width: isPaper ? paper : width, isPaper };
}

/** Widths on A4 between the margins of `print.css`, in CSS pixels: the whole line, and one of two columns. */
export const PAPER_WIDTH = { whole: 660, half: 318 } as const;
