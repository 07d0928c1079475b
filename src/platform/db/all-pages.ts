/**
 * All rows of a query whose answer is bounded: asked again from behind the last row while an answer is full, so that a bound never
 * leaves rows out silently.
 *
 * @param page the rows behind one, in an order that leaves no two equal; null: the first ones
 */
export async function allPages<Row>(
  pageRows: number,
  page: (after: Row | null, limit: number) => Promise<readonly Row[]>,
): Promise<Row[]> {
  const all: Row[] = [];
  for (;;) {
    const rows = await page(all.at(-1) ?? null, pageRows);
    all.push(...rows);
    if (rows.length < pageRows) return all;
  }
}
