import type { ReactElement } from 'react';
import { LONGEST } from '../../../../modules/governance/domain/bounds.ts';

/** From how many letters before the limit it is said. */
const SAID_WITHIN = 200;

/** What is left, near the limit, or how much is too much: nothing that was typed or pasted is cut off silently. */
export function LengthLeft({ text }: { readonly text: string }): ReactElement | null {
  const left = LONGEST.conclusion - text.length;
  if (left > SAID_WITHIN) return null;
  return (
    <p className={left < 0 ? 'form-error' : 'small dim'} role="status">
      {left < 0
        ? `Dài quá ${-left} ký tự (tối đa ${LONGEST.conclusion}). Rút gọn, hoặc tách thành hai kết luận.`
        : `Còn ${left} ký tự (tối đa ${LONGEST.conclusion}).`}
    </p>
  );
}
