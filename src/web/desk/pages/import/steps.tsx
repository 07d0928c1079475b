import type { ReactElement } from 'react';
import { Icon } from '../../../shared/components/icon.tsx';

const STEPS = ['Chọn tệp', 'Nhận dạng', 'Xem trước', 'Ghi vào sổ'] as const;

/** The four steps of an import; `at` is 1 to 4, 5 when all is done. */
export function Steps({ at }: { readonly at: 1 | 2 | 3 | 4 | 5 }): ReactElement {
  return (
    <ol className="steps" aria-label="Các bước nhập số liệu">
      {STEPS.map((word, index) => {
        const step = index + 1;
        if (step < at)
          return (
            <li key={word} className="done">
              <Icon name="check" />
              {word}
              <span className="sr"> đã xong</span>
            </li>
          );
        return (
          <li key={word} aria-current={step === at ? 'step' : undefined}>
            <i>{step}</i>
            {word}
          </li>
        );
      })}
    </ol>
  );
}
