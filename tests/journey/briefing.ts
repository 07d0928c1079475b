import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Person, seen, settled, signIn } from './browser.ts';
import { moveDemoTo, part, typeOwnerLast } from './gestures.ts';
import { difficultyGiven } from './given-difficulty.ts';
import { askToCloseHalfTyped, seeAskedOwner, seeMistypedOwner, supplementLeftOut } from './half-typed.ts';
import { hourOfMeeting } from './hour-of-meeting.ts';
import { keyboardInForms } from './keyboard-in-forms.ts';
import { wrongInAnyLook } from './looks.ts';
import { nearestBriefing } from './nearest-briefing.ts';
import { ownAgenda } from './own-agenda.ts';
import { beginOverBadNetwork, presses, pressWithLostAnswer } from './presses.ts';
import { ABOUT_MATTER, RAISED_BEFOREHAND, raisedBeforehand } from './raised-beforehand.ts';
import { takenAway } from './taken-away.ts';
import { oppositeChoices } from './two-choices.ts';
import { unsentConclusions } from './unsent-conclusions.ts';
import { whoSaid } from './who-said.ts';
import { writtenAtOnce } from './written-at-once.ts';

type Place = () => {
  readonly browser: Browser;
  readonly address: string;
  /** What the mail server has taken. */
  readonly mails: readonly string[];
};

/** A briefing as officer, chair and a leader meet it; it stays open for the walk over all pages. */
export function briefing(place: Place): void {
  describe('the briefing of 23/11', () => {
    let officer: Person;
    let chair: Person;

    beforeAll(async () => {
      await moveDemoTo(place, '23/11/2026');
      officer = await signIn(place().browser, place().address, 'canbo');
      chair = await signIn(place().browser, place().address, 'chutich');
    });
    afterAll(async () => {
      for (const person of [officer, chair]) await person?.page.context().close();
    });

    raisedBeforehand(place);

    test('the officer prepares it: agenda, whom to ask, the difficulty, points from the figures', async () => {
      const { page } = officer;
      await page.goto('/giao-ban?xa=540101');
      await page.getByRole('button', { name: 'Chuẩn bị giao ban' }).click();
      await page.waitForURL(/\/giao-ban\/540101\//);
      await part(page, 'Điểm cần nêu').getByRole('listitem').first().waitFor();
      await settled(page);
      expect(await part(page, 'Chương trình').getByRole('listitem').count()).toBe(7);
      const expected = await seen(page.getByRole('region', { name: /^Dự kiến/ }));
      expect(expected).toContain('Chưa điểm danh');
      expect(expected).not.toContain('Đủ thành phần bắt buộc');
      const raised = await seen(part(page, 'Khó khăn nêu ra'));
      for (const text of RAISED_BEFOREHAND) expect(raised).toMatch(text);
      expect(await wrongInAnyLook(page)).toEqual([]);
    });

    nearestBriefing(() => ({ officer, chair }));

    ownAgenda(() => officer);
    hourOfMeeting(() => officer);

    test('invitations go to a mail server where an address is known; the others are printed and handed over', async () => {
      const { page } = officer;
      const briefingAt = page.url();
      await page.getByRole('link', { name: 'Giấy mời', exact: true }).click();
      await page.getByRole('button', { name: /^Thêm địa chỉ thư: Trần Thị Mai/ }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox').fill('mai@xa');
      await dialog.getByRole('button', { name: 'Ghi địa chỉ' }).click();
      await dialog.getByText('Địa chỉ thư chưa đúng dạng').waitFor();
      officer.takeComplaints();
      await dialog.getByRole('textbox').fill('mai@xa.vn');
      await page.reload();
      expect(await dialog.getByRole('textbox').inputValue()).toBe('mai@xa.vn');
      await dialog.getByRole('button', { name: 'Ghi địa chỉ' }).click();
      await page.getByRole('button', { name: 'Gửi thư mời (1)' }).click();
      const row = page.getByRole('row', { name: /Trần Thị Mai/ });
      await row.getByText(isQuietHour() ? 'Chờ gửi' : /Đã gửi \d\d:\d\d/).waitFor();
      if (!isQuietHour()) expect(place().mails.join()).toContain('<mai@xa.vn>');
      await page.evaluate('window.print = () => undefined');
      await page.getByRole('button', { name: /^In giấy mời/ }).click();
      await page.getByRole('button', { name: /^Ghi đã giao: Lê Minh Toàn/ }).click();
      await dialog.getByRole('button', { name: 'Ghi đã giao' }).click();
      await page
        .getByRole('row', { name: /Lê Minh Toàn/ })
        .getByText('Đã giao tận tay')
        .waitFor();
      expect(await wrongInAnyLook(page)).toEqual([]);
      await page.goto(briefingAt);
      await settled(page);
    });

    test('the screen of the hall goes through the agenda by keys, in letters to be read from far', async () => {
      const { page } = officer;
      const briefingAt = page.url();
      await page.getByRole('link', { name: 'Trình chiếu' }).click();
      const slide = page.locator('.hall-slide');
      await slide.waitFor();
      const letters = await page.evaluate<number>(
        `Number.parseFloat(getComputedStyle(document.querySelector('.hall-slide')).fontSize)`,
      );
      expect(letters).toBeGreaterThanOrEqual(48);
      const seenTitles: string[] = [];
      for (let i = 0; i < 24; i++) {
        seenTitles.push((await slide.getByRole('heading').textContent()) ?? '');
        await page.keyboard.press(i % 2 === 0 ? 'ArrowRight' : ' ');
      }
      expect(seenTitles).toEqual(expect.arrayContaining(['Điểm danh', 'Dư nợ', 'Lãi tồn theo hội']));
      expect(await wrongInAnyLook(page)).toEqual([]);
      await page.locator('.hall-frame').focus();
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('Escape');
      await page.waitForURL(briefingAt);
      await settled(page);
    });

    test('[GV207] a conclusion is typed by keyboard, Ctrl+Enter takes the only office that its letters find, and the chair sees both', async () => {
      const page = await beginOverBadNetwork(officer);
      await chair.page.goto(page.url());
      await settled(chair.page);
      await typeOwnerLast(page, {
        text: 'Kiểm tra 06/TD hai món còn lại',
        owner: 'phu nu',
        due: '27/11/2026',
      });
      const line = part(chair.page, 'Kết luận').getByRole('listitem').filter({ hasText: 'Kiểm tra 06/TD' });
      await line.waitFor();
      expect(await seen(line)).toContain('Trần Thị Mai (mẫu), Hội Liên hiệp Phụ nữ');
      expect(await seen(line)).toContain('27/11/2026');
    });

    presses(() => ({ officer, chair }));

    test('two people change one line: both versions are shown and one is chosen', async () => {
      const ours = await editLine(officer.page, 'Kiểm tra 06/TD');
      const theirs = await editLine(chair.page, 'Kiểm tra 06/TD');
      await ours.getByRole('textbox', { name: 'Kết luận', exact: true }).fill('Kiểm tra 06/TD ba món');
      await theirs.getByRole('textbox', { name: 'Kết luận', exact: true }).fill('Kiểm tra 06/TD bốn món');
      await ours.getByRole('button', { name: 'Ghi lại' }).click();
      await part(officer.page, 'Kết luận').getByText('Kiểm tra 06/TD ba món').waitFor();
      await theirs.getByRole('button', { name: 'Ghi lại' }).click();
      const conclusions = part(officer.page, 'Kết luận');
      await conclusions.getByText('Hai người cùng ghi dòng này.').waitFor();
      expect(await seen(conclusions)).toContain('Kiểm tra 06/TD bốn món');
      await conclusions.getByRole('button', { name: 'Lấy bản của Lê Minh Toàn (mẫu)' }).click();
      await conclusions.getByText('Hai người cùng ghi dòng này.').waitFor({ state: 'detached' });
      await expect.poll(() => seen(conclusions)).not.toContain('ba món');
    });

    writtenAtOnce(() => ({ officer, chair }));

    oppositeChoices(() => ({ officer, chair }));
    whoSaid(() => ({ officer, chair }));
    keyboardInForms(() => officer);

    takenAway(() => ({ officer, chair }));

    unsentConclusions(() => ({ officer, chair }));

    test('the chair answers the difficulty on the spot, and the hour stands beside it', async () => {
      const { page } = chair;
      const difficulties = part(page, 'Khó khăn nêu ra')
        .getByRole('listitem')
        .filter({ hasText: 'Không gặp được hộ' });
      await difficulties.getByRole('button', { name: 'Trả lời', exact: true }).click();
      await difficulties.getByRole('textbox', { name: 'Trả lời' }).fill('Chủ tịch tìm được số của con trai');
      await difficulties.getByRole('button', { name: 'Ghi câu trả lời' }).click();
      await part(officer.page, 'Khó khăn nêu ra')
        .getByText(/Chủ tịch tìm được số của con trai, \d\d:\d\d/)
        .waitFor();
      expect(officer.takeComplaints()).toEqual([]);
      expect(chair.takeComplaints()).toEqual([]);
    });

    difficultyGiven(() => ({ officer, chair }), ABOUT_MATTER);
  });
}

/** The end of it: the minutes get their number and nothing can be written any more. */
export function briefingClosed(place: Place): void {
  test('the officer closes the briefing, the answer lost and pressed again: its minutes get the next number of the year, once', async () => {
    const { page } = await signIn(place().browser, place().address, 'canbo');
    await page.goto('/giao-ban?xa=540101');
    await page.getByRole('link', { name: /23\/11\/2026/ }).click();
    await seeMistypedOwner(page);
    await seeAskedOwner(page);
    await askToCloseHalfTyped(page, 'Câu gõ dở của cán bộ');
    const other = await signIn(place().browser, place().address, 'giamdoc');
    await other.page.goto(page.url());
    await part(other.page, 'Văn bản').getByText('dự thảo').first().waitFor();
    const close = page.getByRole('button', { name: 'Kết thúc và lấy số biên bản' });
    await pressWithLostAnswer(page, close, /\/close$/);
    const question = page.getByRole('dialog');
    await question.getByText('Không kết nối được với máy chủ').waitFor();
    await close.click();
    await question.waitFor({ state: 'detached' });
    await page.unrouteAll();
    await page.getByText('Đã kết thúc, biên bản 11/2026').waitFor();
    // Whoever only looked on has the papers of closed minutes too, without a reload.
    await part(other.page, 'Văn bản').getByText('Biên bản số').waitFor();
    expect(await seen(part(other.page, 'Văn bản'))).not.toContain('dự thảo');
    await other.page.context().close();
    await supplementLeftOut(page, 'Câu gõ dở của cán bộ');
    expect(await page.getByRole('textbox', { name: 'Nội dung kết luận' }).count()).toBe(0);
    expect(await wrongInAnyLook(page)).toEqual([]);
    await page.context().close();
  });
}

/** The demo moves the day and leaves the hour: at night in Vietnam mail waits [GV42]. */
function isQuietHour(): boolean {
  const hour = (new Date().getUTCHours() + 7) % 24;
  return hour >= 21 || hour < 7;
}

async function editLine(page: Page, text: string): Promise<Locator> {
  const conclusions = part(page, 'Kết luận');
  await conclusions.getByRole('button', { name: new RegExp(`^Sửa kết luận: ${text}`) }).click();
  return conclusions;
}
