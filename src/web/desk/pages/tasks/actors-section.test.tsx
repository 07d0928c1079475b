import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { ActorsTable } from './actors-section.tsx';
import type { Overview } from './task.ts';

const counts = { given: 3, done: 1, waiting: 0, late: 2, returned: 0 };
const overview = { hasMail: false, actors: [], total: counts } as unknown as Overview;

test('[GV38] every total that is not zero opens its list of the whole commune', () => {
  const html = renderToStaticMarkup(<ActorsTable overview={overview} communeCode="540101" />);
  const links = [...html.matchAll(/href="([^"]*)"[^>]*>(\d+)</g)].map(([, href, number]) => [href, number]);
  expect(links).toEqual([
    ['/viec?xa=540101&amp;loc=tat-ca', '3'],
    ['/viec?xa=540101&amp;loc=xong', '1'],
    ['/viec?xa=540101&amp;loc=tre', '2'],
  ]);
});
