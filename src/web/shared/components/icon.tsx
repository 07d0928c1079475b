import type { ReactElement } from 'react';

/** The drawings of the interface, on a 16 × 16 grid, drawn in the colour of the text beside them. */
const DRAWINGS = {
  home: 'M2.2 7.4L8 2.4l5.8 5M3.8 6.4v7h8.4v-7',
  people:
    'M8.4 5.4a2.4 2.4 0 1 1-4.8 0a2.4 2.4 0 0 1 4.8 0M1.4 13.4c.3-2.8 2-4.2 4.6-4.2s4.3 1.4 4.6 4.2M10.2 3.2a2.3 2.3 0 0 1 .6 4.4M12 9.6c1.6.5 2.5 1.8 2.7 3.8',
  person: 'M10.8 5a2.8 2.8 0 1 1-5.6 0a2.8 2.8 0 0 1 5.6 0M2.6 14c.4-3.2 2.5-4.8 5.4-4.8s5 1.6 5.4 4.8',
  place:
    'M8 14.2C5 10.8 3.4 8.6 3.4 6.4a4.6 4.6 0 0 1 9.2 0c0 2.2-1.6 4.4-4.6 7.8zM9.8 6.4a1.8 1.8 0 1 1-3.6 0a1.8 1.8 0 0 1 3.6 0',
  calendar: 'M2.4 3.6h11.2v10H2.4zM2.4 6.8h11.2M5.4 1.8v3M10.6 1.8v3',
  warning: 'M8 2.2L14.4 13.4H1.6zM8 6.6v3M8 11.6v.1',
  search: 'M11.6 7a4.6 4.6 0 1 1-9.2 0a4.6 4.6 0 0 1 9.2 0M10.4 10.4L14 14',
  flag: 'M3.4 14V2.4M3.4 3h8.8l-1.8 2.8 1.8 2.8H3.4',
  target: 'M14 8a6 6 0 1 1-12 0a6 6 0 0 1 12 0M10.4 8a2.4 2.4 0 1 1-4.8 0a2.4 2.4 0 0 1 4.8 0',
  bars: 'M2.4 13.4h11.2M4.4 11V8M8 11V3.6M11.6 11V6',
  board: 'M2.4 2.4h11.2v8.8H2.4zM5 14l1.4-2.8M11 14l-1.4-2.8M5 5.2h6M5 8h4',
  down: 'M4 6l4 4.2L12 6',
  previous: 'M10 3.5L5.5 8 10 12.5',
  next: 'M6 3.5L10.5 8 6 12.5',
  print: 'M4.4 5.6V2h7.2v3.6M4.4 11.2H2.2V5.6h11.6v5.6h-2.2M4.4 9.4h7.2V14H4.4z',
  download: 'M8 2.4v8M4.6 7.2L8 10.6l3.4-3.4M2.6 13.4h10.8',
  check: 'M3 8.5l3.2 3.2L13 4.8',
  info: 'M14 8a6 6 0 1 1-12 0a6 6 0 0 1 12 0M8 7.4V11M8 5v.1',
  plus: 'M8 3v10M3 8h10',
  cross: 'M4 4l8 8M12 4l-8 8',
  money: 'M1.8 4.4h12.4v7.2H1.8zM9.9 8a1.9 1.9 0 1 1-3.8 0a1.9 1.9 0 0 1 3.8 0',
  table: 'M2.4 2.8h11.2v10.4H2.4zM2.4 6.2h11.2M2.4 9.6h11.2M6.4 2.8v10.4',
  clock: 'M14 8a6 6 0 1 1-12 0a6 6 0 0 1 12 0M8 4.8V8l2.2 1.6',
  document: 'M3.6 1.8h5.8l3 3v9.4H3.6zM9.2 1.8V5h3.2',
  phone:
    'M3.2 2.4h2.4l1.1 2.9-1.5 1.2a8 8 0 0 0 4.3 4.3l1.2-1.5 2.9 1.1v2.4a1 1 0 0 1-1.1 1A11 11 0 0 1 2.2 3.5a1 1 0 0 1 1-1.1z',
  phoneMissing:
    'M3.2 2.4h2.4l1.1 2.9-1.5 1.2a8 8 0 0 0 4.3 4.3l1.2-1.5 2.9 1.1v2.4a1 1 0 0 1-1.1 1A11 11 0 0 1 2.2 3.5a1 1 0 0 1 1-1.1zM10.5 2.5l3.6 3.6M14.1 2.5l-3.6 3.6',
  circle: 'M13.6 8a5.6 5.6 0 1 1-11.2 0a5.6 5.6 0 0 1 11.2 0',
  equal: 'M3.5 6h9M3.5 10h9',
  fall: 'M8 3v9.6M4.2 9L8 12.8 11.8 9',
  rise: 'M8 13V3.4M4.2 7L8 3.2 11.8 7',
  copy: 'M5.4 5.4h8v8.2h-8zM2.6 10.6V2.4h8',
  back: 'M13 8H3.5M7 4L3 8l4 4',
  minus: 'M3 8h10',
  edit: 'M2.6 13.4l.6-2.9 7.6-7.6a1.2 1.2 0 0 1 1.7 0l.6.6a1.2 1.2 0 0 1 0 1.7l-7.6 7.6z',
  frozen: 'M8 1.8v12.4M2.6 4.9l10.8 6.2M13.4 4.9L2.6 11.1M6.4 2.6L8 4.2l1.6-1.6M6.4 13.4L8 11.8l1.6 1.6',
  book: 'M3 2.6h8.2a1.8 1.8 0 0 1 1.8 1.8v9H4.6A1.6 1.6 0 0 1 3 11.8zM3 11.6a1.6 1.6 0 0 1 1.6-1.4H13',
  rules: 'M3 4h2M7.5 4H13M3 8h2M7.5 8H13M3 12h2M7.5 12H13',
  lock: 'M3.6 7.2h8.8v6.4H3.6zM5.4 7.2V5a2.6 2.6 0 0 1 5.2 0v2.2',
  undo: 'M3 6h6.6a3.4 3.4 0 1 1 0 6.8H6M5.8 3L2.8 6l3 3',
  menu: 'M2.4 4h11.2M2.4 8h11.2M2.4 12h11.2',
  moon: 'M13.4 9.6A5.8 5.8 0 0 1 6.4 2.6a5.8 5.8 0 1 0 7 7z',
  exit: 'M6.4 2.6H2.8v10.8h3.6M6.4 8h7M10.4 5l3 3-3 3',
} as const;

/** The name of a drawing. */
export type IconName = keyof typeof DRAWINGS;

/** One drawing. It never stands alone: a word beside it, or the label of its button, says what it means. */
export function Icon({ name }: { readonly name: IconName }): ReactElement {
  return (
    <svg className="i" viewBox="0 0 16 16" aria-hidden="true">
      <path d={DRAWINGS[name]} />
    </svg>
  );
}

/** The sign of the product: a point in the middle and four round it. */
export function BrandSign(): ReactElement {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <circle cx="12" cy="12" r="4.5" fill="none" stroke="currentColor" strokeWidth="3" />
      <g fill="currentColor">
        <circle cx="12" cy="2.8" r="2.3" />
        <circle cx="12" cy="21.2" r="2.3" />
        <circle cx="2.8" cy="12" r="2.3" />
        <circle cx="21.2" cy="12" r="2.3" />
      </g>
    </svg>
  );
}
