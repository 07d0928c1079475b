import { useLayoutEffect, useRef } from 'react';

/** A control and what it stands in, from the nearest outward: known still when both are gone. */
type Stand = { readonly control: HTMLElement; readonly around: readonly Element[] };

/** Where the keyboard is. */
type Place = Stand & {
  /** Whether it was pressed since the keyboard is there. */
  isPressed: boolean;
  /** What was pressed and brought the keyboard here, as the button of a form. */
  readonly opener: Stand | undefined;
  /** The path of the page that it was on. */
  readonly path: string;
};

/** The way that somebody took by a link of one page to another. */
type WayTaken = { readonly from: string; readonly to: string };

/** What can have the keyboard. */
const CONTROLS = 'a[href], button, input, select, textarea, summary, [role="gridcell"]';

/** What is typed or chosen in: the first one of a form that a press opened has the keyboard. */
const FIELDS = 'input, select, textarea';

/** In the smallest of these that has something for the keyboard it stays. */
const PARTS = 'fieldset, form, li, tr, section, dialog, main';

/**
 * The keyboard of the pages never falls to the page itself. Where the control that has it goes, as with the form that was sent or the
 * row that was taken out, what opened that form has it, or else what stands there next; a button that waits for an answer has it again
 * once it has come. A form that knows better says so by itself (`KeptForm.moved`). Where the page goes, it is in the main part of the next
 * one; whoever comes straight back is on the link by which they went.
 */
export function useKeyboardKept(): void {
  const kept = useRef<Place>(undefined);
  // Ends with the pages being hidden, before the way in that covers them takes the keyboard: its field is no place of theirs.
  useLayoutEffect(() => {
    // Where the pages waited out of sight, it finds the field again that it was in.
    kept.current?.control.focus();
    return watchKeyboard(kept);
  }, []);
}

/** Watches until the function that it answers is called. */
function watchKeyboard(kept: { current: Place | undefined }): () => void {
  let last: Event | undefined;
  let lastOfPage: HTMLElement | undefined;
  let way: WayTaken | undefined;
  const enter = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement)) return;
    const before = kept.current;
    if (before !== undefined && before.path !== here()) way = { from: before.path, to: here() };
    const isOpened = before?.isPressed === true && !isTab(last);
    const opener = isOpened ? { control: before.control, around: before.around } : before?.opener;
    kept.current = { control: target, around: around(target), isPressed: false, opener, path: here() };
    if (target.closest('main') !== null) lastOfPage = target;
  };
  const press = ({ target }: Event) => {
    const place = kept.current;
    if (place !== undefined && target instanceof Node && place.control.contains(target))
      place.isPressed = true;
  };
  const note = (event: Event) => {
    last = event;
    // Whoever presses beside the control leaves it.
    if (event.type === 'pointerdown' && !isWithin(kept.current, event.target)) kept.current = undefined;
    // What has the keyboard now is not pressed by the key that is still held from what had it before.
    if (isHeldEnter(event)) event.preventDefault();
  };
  const look = (records: readonly MutationRecord[]) => {
    const place = kept.current;
    if (place === undefined || document.activeElement !== document.body) return;
    const preventScroll = last?.type === 'pointerdown';
    const isTaken = (control: HTMLElement | undefined) => {
      control?.focus({ preventScroll });
      return control !== undefined && document.activeElement === control;
    };
    if (place.path === here()) return void candidates(place, records, lastOfPage).some(isTaken);
    const back = way?.from === here() && way.to === place.path ? linkTo(place.path) : undefined;
    [place.control, back, mainPart()].some(isTaken);
  };
  const observer = new MutationObserver(look);
  observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] });
  const options = { capture: true };
  document.addEventListener('focusin', enter, options);
  document.addEventListener('click', press, options);
  document.addEventListener('keydown', note, options);
  document.addEventListener('pointerdown', note, options);
  return () => {
    observer.disconnect();
    document.removeEventListener('focusin', enter, options);
    document.removeEventListener('click', press, options);
    document.removeEventListener('keydown', note, options);
    document.removeEventListener('pointerdown', note, options);
  };
}

function here(): string {
  return window.location.pathname;
}

function mainPart(): HTMLElement | undefined {
  return document.querySelector('main') ?? undefined;
}

/** The link of the main part that leads to a page. */
function linkTo(path: string): HTMLElement | undefined {
  return controlsIn(document.body).find(
    (one) => one instanceof HTMLAnchorElement && one.closest('main') !== null && one.pathname === path,
  );
}

/** What may have the keyboard that was at a place, best first. */
function candidates(
  place: Place,
  records: readonly MutationRecord[],
  lastOfPage: HTMLElement | undefined,
): readonly (HTMLElement | undefined)[] {
  if (place.control.isConnected) return [place.control];
  const nearest = standing(place);
  const parts = partsAround(nearest);
  // Gone with its page, or a note above the page; or it was a page that made way for its own data.
  if (parts.length === 0) return [lastOfPage, mainPart()];
  const gone = records.findLast(
    ({ target, removedNodes }) => target.isConnected && holds(removedNodes, place),
  );
  const isBehind = behind(gone, nearest);
  const beside = parts.flatMap((part) => {
    const all = controlsIn(part);
    return [...all.filter(isBehind), ...all.filter((control) => !isBehind(control)).reverse()];
  });
  return [place.isPressed ? fieldOpened(records) : undefined, openerWithin(parts, place.opener), ...beside];
}

/** The first field of the form that came as the button went. */
function fieldOpened(records: readonly MutationRecord[]): HTMLElement | undefined {
  const added = records.flatMap(({ addedNodes }) => [...addedNodes]);
  const fields = added.map((node) =>
    node instanceof Element ? node.querySelector<HTMLElement>(FIELDS) : null,
  );
  return fields.find((field) => field !== null) ?? undefined;
}

/** The control that opened what is gone, or the one that stands in its stead by the same name. */
function openerWithin(parts: readonly Element[], opener: Stand | undefined): HTMLElement | undefined {
  if (opener === undefined || parts[0]?.contains(standing(opener)) !== true) return undefined;
  if (opener.control.isConnected) return opener.control;
  const { tagName } = opener.control;
  const name = nameOf(opener.control);
  return controlsIn(standing(opener)).find((one) => one.tagName === tagName && nameOf(one) === name);
}

/** Whether a control stands behind the place where something was taken out, also what was put there instead. */
function behind(gone: MutationRecord | undefined, nearest: Element): (control: Node) => boolean {
  const before = gone?.previousSibling;
  if (before?.isConnected) return (control) => isFollowing(before, control) && !before.contains(control);
  const from = gone?.target ?? nearest;
  return (control) => isFollowing(from, control);
}

function isFollowing(from: Node, node: Node): boolean {
  return (from.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** The parts round an element up to its window or page, the smallest first; none outside of them. */
function partsAround(element: Element): readonly Element[] {
  const parts = [element, ...around(element)].filter((one) => one.matches(PARTS));
  const last = parts.findIndex((one) => one.matches('dialog, main'));
  return parts.slice(0, last + 1);
}

function controlsIn(part: Element): readonly HTMLElement[] {
  return [...part.querySelectorAll<HTMLElement>(CONTROLS)];
}

function around(element: Element): readonly Element[] {
  const all: Element[] = [];
  for (let one = element.parentElement; one !== null; one = one.parentElement) all.push(one);
  return all;
}

/** What is still there of what a control stood in. */
function standing({ around: all }: Stand): Element {
  return all.find(({ isConnected }) => isConnected) ?? document.body;
}

function holds(nodes: NodeList, { control }: Stand): boolean {
  return [...nodes].some((node) => node.contains(control));
}

function isWithin(place: Stand | undefined, target: EventTarget | null): boolean {
  return target instanceof Node && place?.control.contains(target) === true;
}

function isTab(event: Event | undefined): boolean {
  return event instanceof KeyboardEvent && event.key === 'Tab';
}

function isHeldEnter(event: Event): boolean {
  return (
    event instanceof KeyboardEvent &&
    event.repeat &&
    event.key === 'Enter' &&
    event.target instanceof HTMLButtonElement
  );
}

function nameOf(control: Element): string {
  return control.getAttribute('aria-label') ?? control.textContent ?? '';
}
