import type pg from 'pg';
import type { Id } from '../src/kernel/ids.ts';
import type { Served } from './served.ts';

/** A page of the desk: what it asks for, one request each. */
export type Page = {
  readonly name: string;
  readonly goalMs: number;
  /** The n-th asking of it; consecutive ones differ. */
  readonly requests: (n: number) => Promise<readonly Request[]> | readonly Request[];
};

/** A path below `/api` and who asks for it. */
export type Request = { readonly path: string; readonly token: string };

/** One commune that is read, by people of the commune and of its office. */
export type Readers = {
  readonly communeId: Id;
  readonly chair: string;
  readonly officer: string;
};

/** Whom and what the pages are asked about; the same in every office, because offices are copies of one. */
export type Samples = {
  readonly householdIds: readonly string[];
  /** What people type: a name with and without diacritics, part of it, a telephone, an identity number, a code. */
  readonly texts: readonly string[];
};

const SAMPLED = 400;

/** Draws households and search texts from the people of a commune. */
export async function drawSamples(superuser: pg.Client, communeId: Id): Promise<Samples> {
  const { rows } = await superuser.query<Record<'household_id' | 'full_name' | 'folded_name', string>>(
    `select household_id, full_name, folded_name, phone, identity_number, customer_code
     from registry.person where commune_id = $1 order by md5(customer_code) limit ${SAMPLED}`,
    [communeId],
  );
  const texts = rows.map((row, i) => {
    const { full_name: name, folded_name: folded } = row;
    const { phone, identity_number: number, customer_code: code } = row as unknown as Record<string, string>;
    return (
      [name, folded, name.split(' ').at(-1), folded.split(' ').at(-1), phone, number, code][i % 7] ?? name
    );
  });
  return { householdIds: rows.map((row) => row.household_id), texts };
}

/** How far below the first page the deep pages are: at 50 rows each. */
const DEEP_PAGES = 60;

/** The pages that are measured, asked by each of the readers in turn. */
export function pagesOf(served: Served, readers: readonly Readers[], samples: Samples): readonly Page[] {
  const of = <T>(all: readonly T[], n: number): T => all[n % all.length] as T;
  const loans = (reader: Readers, rest: string) =>
    `/portfolio/loans?communeId=${reader.communeId}&limit=${rest}`;
  // Every reader meets every list and cursor, however many readers there are.
  const turn = (n: number) => n + Math.floor(n / readers.length);
  let deep: readonly string[] | undefined;
  const page = (name: string, requests: Page['requests'], goalMs = 100): Page => ({ name, goalMs, requests });
  return [
    page('month page of the commune', (n) => {
      const reader = of(readers, n);
      const month = `/portfolio/communes/${reader.communeId}/month`;
      const watched = [
        'overdue',
        'freeze_ends_within_180_days',
        'due_next_month_by_session',
        'inactive_3_months',
      ];
      const paths = [month, ...watched.map((list) => loans(reader, `5&list=${list}`))];
      return paths.map((path) => ({ path, token: reader.chair }));
    }),
    page('month page of the office', (n) => [
      { path: '/portfolio/office/month', token: of(readers, n).officer },
    ]),
    page('list page, first', (n) => {
      const reader = of(readers, n);
      const list = of(['overdue', 'disbursed_last_30_days', 'phone_shared', undefined], turn(n));
      const path = loans(reader, list === undefined ? '50' : `50&list=${list}`);
      const counts = `/portfolio/lists?communeId=${reader.communeId}`;
      return [path, counts].map((one) => ({ path: one, token: reader.chair }));
    }),
    page('list page, deep', async (n) => {
      const reader = of(readers, n);
      // Offices are copies of one: a place in the list of one commune is a place in the list of its copy.
      deep ??= await deepCursors(served, of(readers, 0));
      const cursor = of(deep, turn(n));
      return [{ path: loans(reader, `50&cursor=${encodeURIComponent(cursor)}`), token: reader.chair }];
    }),
    page('household file', (n) => {
      const reader = of(readers, n);
      const file = `/communes/${reader.communeId}/households/${of(samples.householdIds, n)}`;
      return [file, `/portfolio${file}/loans`].map((path) => ({ path, token: reader.chair }));
    }),
    page(
      'search in the commune',
      (n) => [{ path: searchFor(of(samples.texts, n)), token: of(readers, n).chair }],
      80,
    ),
    page(
      'search in the office',
      (n) => [{ path: searchFor(of(samples.texts, n)), token: of(readers, n).officer }],
      80,
    ),
  ];
}

const searchFor = (text: string) => `/people/search?text=${encodeURIComponent(text)}`;

/** The cursors of a commune's open loans behind the middle of its pages. */
async function deepCursors(served: Served, { communeId, chair }: Readers): Promise<readonly string[]> {
  const cursors: string[] = [];
  let cursor: string | null = null;
  do {
    const after: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const { body } = await served.get(`/portfolio/loans?communeId=${communeId}&limit=50${after}`, chair);
    cursor = (JSON.parse(body) as { next: string | null }).next;
    if (cursor !== null) cursors.push(cursor);
  } while (cursor !== null && cursors.length < DEEP_PAGES);
  return cursors.slice(Math.floor(cursors.length / 2));
}
