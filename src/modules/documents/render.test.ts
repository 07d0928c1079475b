import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { renderDocx, renderPdf } from './render.ts';
import { buildPaper } from './testing/build.ts';
import { buildMinutes } from './testing/build-minutes.ts';
import { buildResults } from './testing/build-results.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('the files of a paper', { timeout: 60_000 }, () => {
  it('[DO12] the same paper gives the same bytes, another paper others', async () => {
    const files = async () => {
      const paper = buildResults();
      return [sha256((await renderPdf(paper)).bytes), sha256((await renderDocx(paper)).bytes)];
    };
    const [first, again] = [await files(), await files()];
    expect(again).toEqual(first);
    const other = { ...buildResults(), abstract: 'Khác' };
    expect(sha256((await renderPdf(other)).bytes)).not.toBe(first[0]);
    expect(sha256((await renderDocx(other)).bytes)).not.toBe(first[1]);
  });

  it('questions at once are each answered with their own paper', async () => {
    const pages = await Promise.all([60, 1, 30].map((groups) => renderPdf(buildMinutes(groups))));
    expect(pages.map(({ pages }) => pages)).toEqual([4, 2, 3]);
  });

  it('[DO13] both name what had to give way', async () => {
    const paper = buildPaper({ abstract: '😀' });
    expect((await renderPdf(paper)).unprintable).toEqual(['😀']);
    expect((await renderDocx(paper)).unprintable).toEqual(['😀']);
  });
});
