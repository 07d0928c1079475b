/**
 * A function of a page, as text: the first, the middle and the last of all texts and fields of the page that are drawn alike.
 *
 * Alike are those whose contrast is the same by what the browser computed: the colour, size, weight and shadow of the
 * letters, and every background, opacity and place of its own on the way up, so that a striped row or a marked one is a
 * kind of its own. Apart are also what axe judges otherwise: signs without two letters, what is switched off, and other
 * classes.
 */
export const SOME_OF_EACH_KIND = `() => {
  const ways = new Map([[null, '']]);
  const wayUp = (element) => {
    const known = ways.get(element);
    if (known !== undefined) return known;
    const { backgroundColor, backgroundImage, opacity, filter, mixBlendMode, position } = getComputedStyle(element);
    const own = [backgroundColor, backgroundImage, opacity, filter, mixBlendMode, position].join();
    const above = wayUp(element.parentElement);
    const way = own === 'rgba(0, 0, 0, 0),none,1,none,normal,static' ? above : above + '/' + own;
    ways.set(element, way);
    return way;
  };
  const isField = (element) => element.matches('input, select, textarea');
  const ownText = (element) =>
    [...element.childNodes].map((node) => (node.nodeType === Node.TEXT_NODE ? node.data : '')).join('').trim();
  const isOff = (element) =>
    element.closest(':disabled, [aria-disabled="true"]') !== null || element.control?.disabled === true;
  const kindOf = (element) => {
    const { color, fontSize, fontWeight, textShadow } = getComputedStyle(element);
    const letters = isField(element) || /[\\p{L}\\p{N}]{2}/u.test(ownText(element));
    const own = [element.localName, element.getAttribute('class'), letters, isOff(element)];
    return [...own, color, fontSize, fontWeight, textShadow, wayUp(element)].join('|');
  };
  const kinds = new Map();
  for (const element of document.body.querySelectorAll('*')) {
    if (!isField(element) && ownText(element) === '') continue;
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const kind = kindOf(element);
    if (!kinds.has(kind)) kinds.set(kind, []);
    kinds.get(kind).push(element);
  }
  return [...kinds.values()].flatMap((alike) => [
    ...new Set([alike[0], alike[Math.floor(alike.length / 2)], alike[alike.length - 1]]),
  ]);
}`;
