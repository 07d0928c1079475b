import type { ReactElement } from 'react';
import { Status } from '../../../shared/components/status.tsx';

const WORDS = {
  found: { tone: 'good', icon: 'check', text: 'có văn bản' },
  known: { tone: 'dim', icon: 'book', text: 'được biết rộng rãi' },
  practice: { tone: 'dim', icon: 'people', text: 'theo thực hành' },
  unsure: { tone: 'warn', icon: 'warning', text: 'chưa chắc, cần kiểm tra' },
} as const;

/** How sure a value of the catalogue is. */
export type ConfidenceName = keyof typeof WORDS;

/** The choices of how sure a value is, for forms. */
export const CONFIDENCE_OPTIONS = Object.entries(WORDS).map(([value, { text }]) => ({ value, text }));

/** How sure a value is, in words. */
export function Confidence({ value }: { readonly value: ConfidenceName }): ReactElement {
  const { tone, icon, text } = WORDS[value];
  return (
    <Status tone={tone} icon={icon} small>
      {text}
    </Status>
  );
}
