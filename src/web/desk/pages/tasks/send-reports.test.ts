import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ReportOutbox } from './report-outbox.ts';
import { type ReportNews, sendReports } from './send-reports.ts';
import { draftOf, idOf, newTab, OFFICE, other, photo, place, type Tab } from './testing/tab.ts';

let tab: Tab;
beforeEach(() => {
  tab = newTab();
});
afterEach(() => vi.unstubAllGlobals());

describe('the sender', () => {
  it('sends photos, then the report, each once, and keeps nothing of it', async () => {
    const asked = serverThat(() => 'takes');
    const here = await tab.loaded();
    here.choose(place, tab.blank('Rà soát'), [photo('a.jpg'), photo('b.jpg')]);
    here.change(place, tab.blank('Rà soát'), { text: 'Đã làm', isWaiting: true });
    const news = await send(here);
    expect(asked.map((address) => address.includes('/files/'))).toEqual([true, true, false]);
    expect(news.map(({ fileName, failure }) => [fileName, failure])).toEqual([
      ['cất.jpg', null],
      ['cất.jpg', null],
      [null, null],
    ]);
    expect([tab.held.size, tab.photos.length]).toEqual([0, 0]);
  });

  it('goes on with other tasks where one gets no answer, and keeps what got none', async () => {
    serverThat((address) => (address.includes(place.subjectId) ? 'is away' : 'takes'));
    const here = await tab.loaded();
    here.change(place, tab.blank('Rà soát'), { text: 'Đã làm', isWaiting: true });
    here.change(other, tab.blank('Thu lãi'), { text: 'Đã thu', isWaiting: true });
    const news = await send(here);
    expect(news.map(({ draft }) => draft.title)).toEqual(['Thu lãi']);
    expect(draftOf(here)).toMatchObject({ text: 'Đã làm', isWaiting: true });
  });

  it('gives a refused report back with the sentence of the refusal, which stands there after a reload too', async () => {
    serverThat(() => 'refuses');
    const here = await tab.loaded();
    here.change(place, tab.blank('Rà soát'), { text: 'Đã làm', isWaiting: true });
    await send(here);
    const after = await tab.loaded();
    expect(draftOf(after)).toMatchObject({ text: 'Đã làm', isWaiting: false });
    expect(draftOf(after)?.failure?.message).toBe('Việc này đã xong.');
    expect(after.due(OFFICE)).toEqual([]);
  });

  it('sends a report without a photo that is refused, and keeps the photo’s refusal for the person', async () => {
    serverThat((address) => (address.includes('/files/') ? 'refuses' : 'takes'));
    const here = await tab.loaded();
    here.choose(place, tab.blank('Rà soát'), [photo('a.jpg')]);
    here.change(place, tab.blank('Rà soát'), { text: 'Đã làm', isWaiting: true });
    await send(here);
    expect(draftOf(here)).toMatchObject({ text: '', isWaiting: false });
    expect(draftOf(here)?.refusedFiles.map(({ name, failure }) => [name, failure.message])).toEqual([
      ['a.jpg', 'Việc này đã xong.'],
    ]);
  });

  it('does not bring back a photo that was let go while it was on its way', async () => {
    const here = await tab.loaded();
    here.choose(place, tab.blank('Rà soát'), [photo('a.jpg')]);
    serverThat(() => {
      here.drop(place, draftOf(here)?.chosen[0]?.fileId ?? idOf(0));
      return 'takes';
    });
    await send(here);
    expect(draftOf(here)).toMatchObject({ chosen: [], sent: [] });
  });
});

async function send(from: ReportOutbox): Promise<readonly ReportNews[]> {
  const news: ReportNews[] = [];
  await sendReports(from, OFFICE, (one) => news.push(one));
  return news;
}

/** A server that answers each request so, and keeps every file under a name of its own; the addresses it was asked at. */
function serverThat(answers: (address: string) => 'takes' | 'refuses' | 'is away'): readonly string[] {
  const asked: string[] = [];
  const fetch = async (address: string) => {
    asked.push(address);
    const answer = answers(address);
    if (answer === 'is away') throw new TypeError('no network');
    if (answer === 'refuses')
      return Response.json(
        { refused: 'taskStateWrong', message: 'Việc này đã xong.', data: {} },
        { status: 409 },
      );
    const fileId = address.split('/files/')[1] ?? idOf(0);
    const file = { fileId, mediaType: 'image/jpeg', sizeBytes: 1, scan: 'clean', name: 'cất.jpg' };
    return Response.json(address.includes('/files/') ? file : { version: 2 });
  };
  vi.stubGlobal('window', { fetch });
  return asked;
}
