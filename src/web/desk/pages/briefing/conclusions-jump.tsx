import type { ReactElement } from 'react';
import { CONCLUSIONS_ID } from './places.ts';

/**
 * In a meeting on a narrow screen, where the conclusions stand below all else: one press leads to the field in which they are typed,
 * from wherever the page stands.
 */
export function ConclusionsJump({ conclusions }: { readonly conclusions: number }): ReactElement {
  const jump = () => {
    const part = document.getElementById(CONCLUSIONS_ID);
    part?.scrollIntoView();
    part?.querySelector<HTMLElement>('.add input')?.focus({ preventScroll: false });
  };
  return (
    <button type="button" className="btn conclusions-jump no-print" onClick={jump}>
      Ghi kết luận{conclusions === 0 ? '' : ` (đã có ${conclusions})`}
    </button>
  );
}
