import type { Browser, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { open, type Person, signIn } from './browser.ts';
import { part } from './gestures.ts';
import { wrongInAnyLook } from './looks.ts';

type Place = () => { readonly browser: Browser; readonly address: string };

const HANDED_ON = 'Hộ vắng nhà, cần công an xác minh';
const CANCELLED = 'Đã gộp vào chỉ đạo khác';

/** A task that its owner cannot do is handed on, then no longer needed. @param of the order it is of, and the chair who gave it */
export function taskTakenOver(
  place: Place,
  of: { readonly order: string; readonly chair: () => Person },
): void {
  test('a task that is handed over stands on the first page of its new owner with the reason; cancelled it is gone there, and told beside its order', async () => {
    const { page } = of.chair();
    await openTask(page, of.order, 'Hội Cựu chiến binh');
    await handOver(page, 'cong an');
    await part(page, 'Diễn biến')
      .getByText(/^Chuyển .*Công an xã/)
      .waitFor();
    expect(await wrongInAnyLook(page)).toEqual([]);

    const police = await signIn(place().browser, place().address, 'congan');
    const asked = part(police.page, 'Việc của tôi').getByRole('link', { name: `Trả lời: ${of.order}` });
    await asked.click();
    await part(police.page, 'Diễn biến').getByText(HANDED_ON).waitFor();
    await part(police.page, 'Báo cáo kết quả').waitFor();

    await part(page, 'Việc').getByRole('link', { name: 'Việc sau khi chuyển' }).click();
    await cancel(page);
    await seeCancelled(page);
    await part(page, 'Việc').getByRole('link', { name: 'Cả chỉ đạo và các việc của nó' }).click();
    await part(page, 'Việc')
      .getByRole('listitem')
      .filter({ hasText: 'Công an xã' })
      .getByText('Đã hủy')
      .waitFor();
    expect(of.chair().takeComplaints()).toEqual([]);

    await police.page.reload();
    await seeCancelled(police.page);
    expect(await part(police.page, 'Báo cáo kết quả').count()).toBe(0);
    await open(police.page, '/');
    expect(await asked.count()).toBe(0);
    expect(police.takeComplaints()).toEqual([]);
    await police.page.context().close();
  });
}

async function openTask(page: Page, order: string, owner: string): Promise<void> {
  await open(page, '/chi-dao?xa=540101');
  await page.getByRole('link', { name: order, exact: true }).click();
  await part(page, 'Việc').getByRole('link', { name: owner }).click();
  await part(page, 'Diễn biến').waitFor();
}

/** The keys take the office that is marked and hand the task over at once [GV207]. */
async function handOver(page: Page, to: string): Promise<void> {
  const change = part(page, 'Thay đổi việc');
  await change.getByRole('button', { name: 'Chuyển người khác' }).click();
  await change.getByLabel('Lý do chuyển').fill(HANDED_ON);
  await change.getByRole('combobox', { name: 'Người nhận mới' }).pressSequentially(to);
  await change.getByRole('option', { name: /Công an xã/ }).waitFor();
  await page.keyboard.press('Control+Enter');
}

async function cancel(page: Page): Promise<void> {
  const change = part(page, 'Thay đổi việc');
  await change.getByRole('button', { name: 'Hủy việc', exact: true }).click();
  await change.getByLabel('Lý do hủy').fill(CANCELLED);
  await change.getByRole('button', { name: 'Hủy việc này' }).click();
}

async function seeCancelled(page: Page): Promise<void> {
  await part(page, 'Diễn biến').getByText(CANCELLED).waitFor();
  await page
    .getByRole('heading', { level: 1 })
    .getByText(/^Đã hủy/)
    .waitFor();
}
