import { join } from 'node:path';
import { firstLoadBytes } from '../guards/bundle-budget.ts';
import { PROJECT_ROOT } from '../src/platform/project.ts';
import type { Book } from './figures.ts';

/** What the desk fetches before it shows anything. */
export function measureFirstLoad(book: Book): void {
  const bytes = firstLoadBytes(join(PROJECT_ROOT, 'dist/web/desk'));
  if (bytes === undefined) throw new Error('the desk is not built');
  book.add({
    what: 'JavaScript of the first load, compressed',
    unit: 'KB',
    value: bytes / 1024,
    yardstick: null,
    goal: { of: 'value', atMost: 350 },
    note: '',
  });
}
