/**
 * A function of a page, as text: all that is drawn on it, by kind, and how it is built. Both as texts that are the same on
 * every page on which axe would judge the same, so that it is asked once.
 *
 * Drawn alike are texts and fields whose contrast is the same by what the browser computed: the colour, size, weight and
 * shadow of the letters, and every background, opacity and place of its own on the way up, so that a striped row or a marked
 * one is a kind of its own. Apart are also what axe judges otherwise: signs without two letters, what is switched off, and
 * other classes.
 *
 * Built alike are pages with the same elements in each other, with the same attributes. Of words only that there are some
 * counts, or that they stand in another name too; of a reference to another part what it leads to. Rows that are built alike
 * count once, and rows have no order. What stands around the main part is a text of its own, as each office sees it on every
 * page; the main part's begins with the headings around it.
 */
export const LOOKED_AT = `() => {
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
  const drawn = new Map();
  for (const element of document.body.querySelectorAll('*')) {
    if (!isField(element) && ownText(element) === '') continue;
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const kind = kindOf(element);
    if (!drawn.has(kind)) drawn.set(kind, []);
    drawn.get(kind).push(element);
  }

  const nameOf = (element) =>
    element.getAttribute('aria-label') ??
    element.getAttribute('aria-labelledby').split(/\\s+/).map((id) => document.getElementById(id)?.textContent).join(' ');
  const counts = new Map();
  const count = (key) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const { id } of document.querySelectorAll('[id]')) count('id ' + id);
  for (const element of document.querySelectorAll('[aria-label], [aria-labelledby]')) count('name ' + nameOf(element));
  const again = (key) => (counts.get(key) > 1 ? ' again' : '');
  const leadsTo = (id) => {
    const target = id === '' ? null : document.getElementById(id);
    if (target === null) return 'nothing';
    return target.localName + (target.textContent.trim() === '' ? '' : ' with words');
  };
  const REFERENCES = /^(for|form|headers|list|aria-(describedby|controls|owns|activedescendant|details|errormessage|flowto))$/;
  const WORDS = /^(aria-(description|roledescription|valuetext|placeholder|braille.*)|title|alt|placeholder)$/;
  const AS_IT_IS = /^(class|role|type|lang|tabindex|scope|colspan|rowspan|autocomplete|open|aria-.*)$/;
  const meaning = (element, { name, value }) => {
    if (name === 'aria-labelledby')
      return value.split(/\\s+/).map(leadsTo).join() + again('name ' + nameOf(element));
    if (REFERENCES.test(name)) return value.split(/\\s+/).map(leadsTo).join();
    if (name === 'href' && value.startsWith('#')) return leadsTo(value.slice(1));
    if (name === 'style') return [...element.style].join();
    if (name === 'id') return 'filled' + again('id ' + value);
    if (name === 'aria-label') return (value.trim() === '' ? 'empty' : 'filled') + again('name ' + nameOf(element));
    if (WORDS.test(name)) return value.trim() === '' ? 'empty' : 'filled';
    if (AS_IT_IS.test(name)) return value.replace(/\\d+/g, (digits) => (name.startsWith('aria') ? '0' : digits));
    return value === '' ? '' : 'filled';
  };
  const HAVE_ROWS = 'tbody, ul, ol, dl, select, datalist, svg, svg *, [role="list"], [role="listbox"], [role="rowgroup"]';
  const inside = (element) => {
    const parts = [...element.childNodes].flatMap((node) => {
      if (node.nodeType === Node.ELEMENT_NODE) return [built(node)];
      return node.nodeType === Node.TEXT_NODE && node.data.trim() !== '' ? ['words'] : [];
    });
    if (element.matches(HAVE_ROWS)) return [...new Set(parts)].sort();
    return element.localName === 'tr' ? parts : parts.filter((part, n) => part !== parts[n - 1]);
  };
  const attributesOf = (element) =>
    [...element.attributes].map((one) => one.name + '=' + meaning(element, one)).sort().join(';');
  const mains = [];
  const built = (element) => {
    const { display, visibility, overflowX, overflowY } = getComputedStyle(element);
    if (display === 'none') return element.localName + ' nowhere';
    const scrolls = (overflow, excess) => /auto|scroll/.test(overflow) && excess > 13;
    const state = [
      visibility === 'visible' ? '' : 'unseen',
      scrolls(overflowX, element.scrollWidth - element.clientWidth) ? 'scrolls' : '',
      scrolls(overflowY, element.scrollHeight - element.clientHeight) ? 'scrolls down' : '',
    ].join('');
    const text = element.localName + state + '[' + attributesOf(element) + '](' + inside(element).join(',') + ')';
    return element.localName === 'main' ? 'main ' + mains.push(text) : text;
  };
  const around = (document.title.trim() === '' ? 'untitled ' : '') + built(document.documentElement);
  const headings = [...document.querySelectorAll(':is(h1, h2, h3, h4, h5, h6, [role="heading"]):not(main *)')];
  const beside = headings.map(({ localName }) => localName).join();
  return { drawn, built: [around, ...mains.map((text) => beside + text)] };
}`;

/** A function of what {@link LOOKED_AT} found, as text: the first, the middle and the last of each kind of a list of them. */
export const SOME_OF_EACH_KIND = `({ drawn }, kinds) =>
  kinds.flatMap((kind) => {
    const alike = drawn.get(kind);
    return [...new Set([alike[0], alike[Math.floor(alike.length / 2)], alike[alike.length - 1]])];
  })`;
