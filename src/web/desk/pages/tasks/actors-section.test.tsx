import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { ActorsTable } from './actors-section.tsx';
import type { Overview } from './task.ts';

const counts = { given: 3, done: 1, waiting: 0, late: 2, returned: 0 };
const overview = { since: '2025-11-23', hasMail: false, actors: [], total: counts } as unknown as Overview;

test('[GV38] every total that is not zero opens its list of the whole commune, since the day the overview counts from', () => {
  const html = renderToStaticMarkup(<ActorsTable overview={overview} communeCode="540101" />);
  const links = [...html.matchAll(/href="([^"]*)"[^>]*>(\d+)</g)].map(([, href, number]) => [href, number]);
  expect(links).toEqual([
    ['/viec?xa=540101&amp;loc=tat-ca&amp;tu=2025-11-23', '3'],
    ['/viec?xa=540101&amp;loc=xong&amp;tu=2025-11-23', '1'],
    ['/viec?xa=540101&amp;loc=tre&amp;tu=2025-11-23', '2'],
  ]);
});
