import type { ReactElement } from 'react';
import { withoutPersonalNumbers } from '../../../../modules/governance/domain/personal-numbers.ts';

/** Said quietly under a field whose text is printed, where a phone or identity number stands in it: nobody will read it there [GV141]. */
export function NumberNote({ text }: { readonly text: string }): ReactElement | null {
  if (withoutPersonalNumbers(text) === text) return null;
  return (
    <p className="small dim" role="status">
      Có số điện thoại hoặc số giấy tờ: văn bản và màn hình hội trường ghi “…” thay số này.
    </p>
  );
}
