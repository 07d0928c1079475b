import { beforeEach, describe, expect, it, vi } from 'vitest';
import { draftOf, idOf, newTab, OFFICE, other, photo, place, type Tab, USER } from './testing/tab.ts';

let tab: Tab;
beforeEach(() => {
  tab = newTab();
});

describe('reports that wait on a machine', () => {
  it('are all found again after a reload, with their photos, from whichever page', async () => {
    const before = await tab.loaded();
    before.choose(place, tab.blank('Rà soát'), [photo('a.jpg')]);
    before.change(place, tab.blank('Rà soát'), { text: 'Đã làm', isWaiting: true });
    before.change(other, tab.blank('Thu lãi'), { text: 'Đang gõ' });
    const after = await tab.loaded();
    expect([...after.reports().values()].map(({ draft }) => [draft.title, draft.text])).toEqual([
      ['Rà soát', 'Đã làm'],
      ['Thu lãi', 'Đang gõ'],
    ]);
    const [due, ...others] = after.due(OFFICE);
    expect([due?.file?.file.name, others]).toEqual(['a.jpg', []]);
  });

  it('send nothing before the machine has said which photos it kept, and nothing under another office', async () => {
    const before = await tab.loaded();
    before.change(place, tab.blank('Rà soát'), { text: 'Đã làm', isWaiting: true });
    expect(before.due('chức vụ khác')).toEqual([]);
    expect(before.due(OFFICE)).toHaveLength(1);
    expect(tab.begun().due(OFFICE)).toEqual([]);
  });

  it('say which photo is lost where the machine did not keep it, and go without it', async () => {
    tab.hasRoom = false;
    const before = await tab.loaded();
    before.choose(place, tab.blank('Rà soát'), [photo('a.jpg')]);
    before.change(place, tab.blank('Rà soát'), { text: 'Đã làm', isWaiting: true });
    await vi.waitFor(() => expect(draftOf(before)?.chosen[0]?.isKept).toBe(false));
    const after = await tab.loaded();
    expect(draftOf(after)?.refusedFiles.map(({ name }) => name)).toEqual(['a.jpg']);
    expect(after.due(OFFICE)[0]?.file).toBeNull();
  });

  it('leave the photos of another tab to it until the page of their task is opened', async () => {
    tab.photos = [{ userId: USER, taskId: place.subjectId, fileId: idOf(300), file: photo('b.jpg') }];
    const here = await tab.loaded();
    expect(here.due(OFFICE)).toEqual([]);
    expect(here.unclaimed()).toHaveLength(1);
    here.claim(place, tab.blank('Rà soát'));
    expect(here.unclaimed()).toEqual([]);
    expect(here.due(OFFICE)[0]?.file?.file.name).toBe('b.jpg');
  });

  it('let go of photos that nobody came back for in time, whoever chose them, when a page opens', async () => {
    const kept = { taskId: place.subjectId, file: photo('b.jpg') };
    tab.photos = [
      { ...kept, userId: USER, fileId: idOf(300) },
      { ...kept, userId: USER, fileId: idOf(301) },
      { ...kept, userId: idOf(2), fileId: idOf(302) },
    ];
    tab.old = [idOf(300), idOf(302)];
    const here = await tab.loaded();
    expect(tab.photos.map(({ fileId }) => fileId)).toEqual([idOf(301)]);
    expect(here.unclaimed().map(({ fileId }) => fileId)).toEqual([idOf(301)]);
  });

  it('take neither too many files nor one that is too large, and say so', async () => {
    const here = await tab.loaded();
    here.choose(place, tab.blank('Rà soát'), [photo('to.jpg', 10_485_761)]);
    here.choose(
      place,
      tab.blank('Rà soát'),
      Array.from({ length: 11 }, (_, i) => photo(`${i}.jpg`)),
    );
    expect(draftOf(here)?.chosen).toHaveLength(10);
    expect(draftOf(here)?.refusedFiles.map(({ failure }) => failure.message)).toEqual([
      'Tệp to.jpg lớn hơn 10 MB. Chụp lại với cỡ nhỏ hơn, hoặc chia tệp rồi gửi lại.',
      'Mỗi báo cáo kèm nhiều nhất 10 tệp. Gửi báo cáo này rồi bổ sung sau.',
    ]);
  });

  it('go without the files that were refused before; what was refused on the way is still to be told', async () => {
    const here = await tab.loaded();
    here.choose(place, tab.blank('Rà soát'), [photo('to.jpg', 10_485_761)]);
    here.change(place, tab.blank('Rà soát'), { text: 'Đã làm' });
    expect(draftOf(here)?.refusedFiles).toHaveLength(1);
    here.choose(place, tab.blank('Rà soát'), [photo('gia.jpg')]);
    here.send(place, tab.blank('Rà soát'));
    expect(draftOf(here)).toMatchObject({ isWaiting: true, refusedFiles: [] });
    const [file] = draftOf(here)?.chosen ?? [];
    if (file === undefined) throw new Error('nothing was kept');
    here.fileDecided(place, file, { message: 'Tệp gia.jpg không phải ảnh.' });
    const sent = draftOf(here);
    if (sent === undefined) throw new Error('nothing was kept');
    here.reportSent(place, sent);
    expect(draftOf(here)).toMatchObject({ text: '', refusedFiles: [{ name: 'gia.jpg' }] });
  });

  it('are taken back, not sent without a day, when the day is taken away', async () => {
    const here = await tab.loaded();
    here.change(place, tab.blank('Rà soát'), { text: 'Đã làm', isWaiting: true });
    here.change(place, tab.blank('Rà soát'), { doneOn: null, doneTyped: '23/1' });
    expect(draftOf(here)?.isWaiting).toBe(false);
    expect(here.due(OFFICE)).toEqual([]);
  });

  it('keep what was typed while one was on its way: the later words are a report of their own', async () => {
    const here = await tab.loaded();
    here.change(place, tab.blank('Rà soát'), { text: 'Đã làm', isWaiting: true });
    const sent = draftOf(here);
    if (sent === undefined) throw new Error('nothing was kept');
    here.change(place, tab.blank('Rà soát'), { text: 'Đã làm, còn 2 hộ' });
    here.reportSent(place, sent);
    expect(draftOf(here)).toMatchObject({ text: 'Đã làm, còn 2 hộ', isWaiting: true });
    expect(draftOf(here)?.eventId).not.toBe(sent.eventId);
  });

  it('go under another id once they were refused: the one they had may stand for other words', async () => {
    const here = await tab.loaded();
    here.change(place, tab.blank('Rà soát'), { text: 'Đã làm', isWaiting: true });
    const sent = draftOf(here);
    if (sent === undefined) throw new Error('nothing was kept');
    here.reportRefused(place, sent, { message: 'Đã ghi với nội dung khác.' });
    expect(draftOf(here)).toMatchObject({ text: 'Đã làm', isWaiting: false });
    expect(draftOf(here)?.eventId).not.toBe(sent.eventId);
  });

  it('are let go with their photos when nobody wants them', async () => {
    const here = await tab.loaded();
    here.choose(place, tab.blank('Rà soát'), [photo('a.jpg')]);
    here.discard(place);
    await vi.waitFor(() => expect(tab.photos).toEqual([]));
    expect([...here.reports()]).toEqual([]);
    expect(tab.held.size).toBe(0);
  });
});
