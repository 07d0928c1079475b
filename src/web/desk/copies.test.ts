import { describe, expect, it } from 'vitest';
import { forgetCopies, type Shelf, takeOver, unsentOf, withCopies } from './copies.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

function shelfOf(): Shelf & { readonly held: Map<string, string> } {
  const held = new Map<string, string>();
  return {
    held,
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, text) => void held.set(key, text),
    removeItem: (key) => void held.delete(key),
    key: (at) => [...held.keys()][at] ?? null,
    get length() {
      return held.size;
    },
  };
}

/** A browser in which tabs are opened one after the other. */
function browser() {
  const shelf = shelfOf();
  let nowMs = 0;
  const open = (tabId: string, tab = shelfOf()) => {
    const copier = { tabId, shelf, now: () => nowMs };
    const come = (userId: string, ...living: string[]) =>
      takeOver(tab, copier, { userId, living: new Set([tabId, ...living]) });
    return { tab, words: withCopies(tab, copier), come };
  };
  return { shelf, open, pass: (ms: number) => (nowMs += ms) };
}

const DRAFT = 'giaoban.draft.mai.xa.buoi.conclusion.new';
const WAITING = 'giaoban.waiting.mai.xa.buoi';

describe('[GV103] what is typed in a tab', () => {
  it('outlives it, and stands in the next that its person opens, once', () => {
    const { open } = browser();
    open('một').words.setItem(DRAFT, '{"text":"đang gõ"}');
    const next = open('hai');
    expect(next.come('mai')).toBe(1);
    expect(next.words.getItem(DRAFT)).toBe('{"text":"đang gõ"}');
    expect(open('ba').come('mai', 'hai')).toBe(0);
    const after = open('bốn');
    expect(after.come('mai')).toBe(1);
    expect(after.words.getItem(DRAFT)).toBe('{"text":"đang gõ"}');
  });

  it('is not taken from a tab that lives, nor by another person', () => {
    const { open } = browser();
    open('một').words.setItem(DRAFT, '{"text":"đang gõ"}');
    expect(open('hai').come('mai', 'một')).toBe(0);
    const other = open('ba');
    expect(other.come('toan')).toBe(0);
    expect(other.tab.held.size).toBe(0);
    expect(open('bốn').come('mai')).toBe(1);
  });

  it('is gone everywhere when it is sent, also after a reload', () => {
    const { open, shelf } = browser();
    const { words, tab } = open('một');
    words.setItem(DRAFT, '{"text":"đang gõ"}');
    const reloaded = open('hai', tab);
    expect(reloaded.come('mai')).toBe(0);
    expect(shelf.held.size).toBe(1);
    reloaded.words.removeItem(DRAFT);
    expect(shelf.held.size).toBe(0);
  });

  it('joins what waits in the tab that takes it over, each line once and in its order', () => {
    const { open, shelf } = browser();
    open('một').words.setItem(WAITING, '[{"entryId":"a"},{"entryId":"b"}]');
    const next = open('hai');
    next.words.setItem(WAITING, '[{"entryId":"b"},{"entryId":"c"}]');
    expect(next.come('mai')).toBe(1);
    expect(next.words.getItem(WAITING)).toBe('[{"entryId":"a"},{"entryId":"b"},{"entryId":"c"}]');
    expect(shelf.held.size).toBe(1);
  });

  it('stays for a later tab where the form holds other words, and overwrites none', () => {
    const { open } = browser();
    open('một').words.setItem(DRAFT, '{"text":"một"}');
    const next = open('hai');
    next.words.setItem(DRAFT, '{"text":"hai"}');
    expect(next.come('mai')).toBe(0);
    expect(next.words.getItem(DRAFT)).toBe('{"text":"hai"}');
    next.words.removeItem(DRAFT);
    const later = open('ba');
    expect(later.come('mai')).toBe(1);
    expect(later.words.getItem(DRAFT)).toBe('{"text":"một"}');
  });

  it('leaves nothing of who signs out, and goes after 45 days', () => {
    const { open, shelf, pass } = browser();
    open('một').words.setItem(DRAFT, '{"text":"mai"}');
    open('hai').words.setItem(DRAFT.replace('mai', 'toan'), '{"text":"toan"}');
    forgetCopies(shelf, 'mai');
    expect([...shelf.held.keys()]).toEqual([`giaoban.copy.hai.${DRAFT.replace('mai', 'toan')}`]);
    pass(45 * DAY_MS);
    open('ba').come('mai');
    expect(shelf.held.size).toBe(1);
    pass(1);
    open('bốn').come('mai');
    expect(shelf.held.size).toBe(0);
  });
});

it('[GV103] where the machine has no room for a copy, the tab has the words; what is no word is not copied', () => {
  const { open, shelf } = browser();
  const { words, tab } = open('một');
  words.setItem('giaoban.changedVersion', 'yes');
  expect(shelf.held.size).toBe(0);
  shelf.setItem = () => {
    throw new Error('no room');
  };
  words.setItem(DRAFT, '{"text":"đang gõ"}');
  expect(tab.getItem(DRAFT)).toBe('{"text":"đang gõ"}');
});

it('[GV103] what other tabs hold, or have left, is asked about before it is let go of', () => {
  const { open, shelf } = browser();
  const own = open('một');
  own.words.setItem(DRAFT, '{"text":"đang gõ"}');
  own.words.setItem(WAITING, '[{"entryId":"a"},{"entryId":"b"}]');
  open('hai').words.setItem(DRAFT, '{"text":"câu khác"}');
  open('ba').words.setItem(WAITING, '[{"entryId":"b"},{"entryId":"c"}]');
  open('bốn').words.setItem('giaoban.report.mai.xa.viec', '{"text":"Đã gặp hộ"}');
  open('năm').words.setItem('giaoban.report.toan.xa.viec', '{"text":"của người khác"}');
  const lost = unsentOf(own.tab, shelf, 'mai').map(({ kind, userId, count }) => [kind, userId, count]);
  expect(lost).toEqual([
    ['draft', 'mai', 2],
    ['waiting', 'mai', 3],
    ['report', 'mai', 1],
  ]);
});
