import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type KeptAt, keptOf, type Store } from './unsent.ts';
import { type KeptForm, useKeptFormAt, useTypedAt } from './use-kept-form.ts';

const AT: KeptAt = { kind: 'draft', userId: 'u', communeId: 'c', subjectId: 's' };

afterEach(() => void vi.unstubAllGlobals());

/** A tab whose storage holds what is in `kept`. */
function givenTab(kept = new Map<string, string>()): Store {
  const sessionStorage: Store = {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
  vi.stubGlobal('window', { sessionStorage });
  return sessionStorage;
}

test('of two changes before the page is drawn anew both stand, in the form and in what is kept', () => {
  const sessionStorage = givenTab();
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

type Typed = { readonly text: string; readonly baseVersion: number };

type Drawn = { readonly form: KeptForm; readonly change: (typed: Partial<Typed>) => void };

function Form({ onDrawn }: { readonly onDrawn: (drawn: Drawn) => void }): null {
  const form = useKeptFormAt(AT, 'form');
  const [, change] = useTypedAt<Typed>(AT, 'form', () => ({ text: '', baseVersion: 1 }));
  onDrawn({ form, change });
  return null;
}

/** The form as a page that was just loaded draws it, and the way to type into it. */
function drawn(): Drawn {
  const all: Drawn[] = [];
  renderToStaticMarkup(<Form onDrawn={(one) => void all.push(one)} />);
  const [only] = all;
  if (only === undefined) throw new Error('nothing was drawn');
  return only;
}

/** A command whose answer, and the page that shows it, come when the test says so. */
function givenCommand() {
  const taken: (() => void)[] = [];
  const ends: ((done: unknown) => void)[] = [];
  return {
    give: (onTaken: () => void) => {
      taken.push(onTaken);
      return new Promise<unknown>((end) => void ends.push(end));
    },
    answer: () => taken.at(-1)?.(),
    end: (done: unknown) => ends.at(-1)?.(done),
  };
}

describe('[GV152] the words of a form that is sent', () => {
  const isOpenAfterReload = () => drawn().form.isOpen;

  test('are kept until the server has them, and let go of before the page shows what came of them', async () => {
    givenTab();
    const { form, change } = drawn();
    const command = givenCommand();
    change({ text: 'Mời hộ làm việc' });
    const closed = form.send(command.give);
    expect(isOpenAfterReload()).toBe(true);
    command.answer();
    expect(isOpenAfterReload()).toBe(false);
    command.end({});
    expect(await closed).toBe(true);
  });

  test.each(['the answer', 'the page'])(
    'stay where more was typed before %s was there, for another press',
    async (before) => {
      const tab = givenTab();
      const { form, change } = drawn();
      const command = givenCommand();
      change({ text: 'Mời hộ' });
      const closed = form.send(command.give, () => change({ baseVersion: 2 }));
      if (before === 'the page') command.answer();
      change({ text: 'Mời hộ làm việc' });
      if (before === 'the answer') command.answer();
      command.end({});
      expect(await closed).toBe(false);
      expect(keptOf(tab, AT.kind, AT, 'form')).toEqual({ text: 'Mời hộ làm việc', baseVersion: 2 });
    },
  );

  test.each([undefined, false])('stay where they were refused (%s)', async (refused) => {
    const tab = givenTab();
    const { form, change } = drawn();
    const command = givenCommand();
    change({ text: 'Mời hộ' });
    const closed = form.send(command.give);
    command.end(refused);
    expect(await closed).toBe(false);
    expect(keptOf(tab, AT.kind, AT, 'form')).toMatchObject({ text: 'Mời hộ' });
  });

  test.each([undefined, false])(
    'that stand there untouched are open as long as they are refused (%s)',
    async (refused) => {
      givenTab();
      expect(await drawn().form.send(async () => refused)).toBe(false);
      expect(await drawn().form.send(async () => ({}))).toBe(true);
    },
  );

  test('are gone where the person let go of them meanwhile', async () => {
    givenTab();
    const { form, change } = drawn();
    const command = givenCommand();
    change({ text: 'Mời hộ' });
    const closed = form.send(command.give, () => change({ baseVersion: 2 }));
    form.close();
    command.answer();
    expect(isOpenAfterReload()).toBe(false);
    command.end({});
    await closed;
    expect(isOpenAfterReload()).toBe(false);
  });
});
