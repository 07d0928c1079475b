import type { ReactElement } from 'react';
import { type BusinessDate, formatDate } from '../../../kernel/dates.ts';
import { Status } from './status.tsx';

/** Beside a phone number: that people marked it as wrong, and since when; nothing where they did not. */
export function WrongNumber({ since }: { readonly since: BusinessDate | null }): ReactElement | null {
  if (since === null) return null;
  return (
    <Status tone="bad" icon="phoneMissing" small>
      Sai số từ {formatDate(since)}
    </Status>
  );
}
