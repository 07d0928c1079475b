import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, expect, test, vi } from 'vitest';
import { type KeptAt, keptOf, type Store } from './unsent.ts';
import { useTypedAt } from './use-kept-form.ts';

const AT: KeptAt = { kind: 'draft', userId: 'u', communeId: 'c', subjectId: 's' };

afterEach(() => void vi.unstubAllGlobals());

test('of two changes before the page is drawn anew both stand, in the form and in what is kept', () => {
  const kept = new Map<string, string>();
  const sessionStorage: Store = {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
  vi.stubGlobal('window', { sessionStorage });
  expect(renderToStaticMarkup(<TwiceChanged />)).toBe('Trần Thị Mai, 27/11/2026');
  expect(keptOf(sessionStorage, AT.kind, AT, 'form')).toEqual({ owner: 'Trần Thị Mai', due: '27/11/2026' });
});

/** As where a key chooses somebody and leaves the field: both before anything is drawn. */
function TwiceChanged(): ReactElement {
  const [{ owner, due }, change] = useTypedAt(AT, 'form', () => ({ owner: '', due: '' }));
  if (owner === '' && due === '') {
    change({ owner: 'Trần Thị Mai' });
    change({ due: '27/11/2026' });
  }
  return (
    <>
      {owner}, {due}
    </>
  );
}
