import { expect, test } from 'vitest';
import type { Person } from './browser.ts';
import { part, typeOwnerLast } from './gestures.ts';
import { wrongInAnyLook } from './looks.ts';

const [BEFORE, OURS, THEIRS] = [
  'Rà soát tổ 5',
  'Rà soát tổ 5, cán bộ ghi',
  'Rà soát tổ 5, chủ tịch ghi',
] as const;

/** Two people choose opposite versions of a line before either screen has heard of the other. */
export function oppositeChoices(people: () => { readonly officer: Person; readonly chair: Person }): void {
  test('[GV97] who chooses after another has chosen otherwise is told so, and writes their version anew', async () => {
    const { officer, chair } = people();
    const ours = part(officer.page, 'Kết luận');
    const theirs = part(chair.page, 'Kết luận');
    await typeOwnerLast(officer.page, { text: BEFORE, owner: 'cong an', due: '28/11/2026' });
    await ours
      .getByRole('listitem')
      .filter({ hasText: BEFORE })
      .getByText(/Công an xã/)
      .waitFor();
    for (const [conclusions, text] of [
      [ours, OURS],
      [theirs, THEIRS],
    ] as const) {
      await conclusions.getByRole('button', { name: `Sửa kết luận: ${BEFORE}`, exact: true }).click();
      await conclusions.getByRole('textbox', { name: 'Kết luận', exact: true }).fill(text);
    }
    await ours.getByRole('button', { name: 'Ghi lại' }).click();
    await ours.getByText(OURS).waitFor();
    await theirs.getByRole('button', { name: 'Ghi lại' }).click();
    const keepOurs = theirs.getByRole('button', { name: 'Giữ bản của Võ Thanh Hà (mẫu)' });
    await keepOurs.waitFor();
    // The chair's screen hears nothing while the officer chooses.
    await chair.page.route(/\/api\//, (route) =>
      route.request().method() === 'GET' ? route.abort() : route.continue(),
    );
    await ours.getByRole('button', { name: 'Lấy bản của Lê Minh Toàn (mẫu)' }).click();
    await ours.getByText('Hai người cùng ghi dòng này.').waitFor({ state: 'detached' });
    await keepOurs.click();
    await theirs.getByText('Hai người cùng chọn.').waitFor();
    await chair.page.unrouteAll();
    await keepOurs.waitFor({ state: 'detached' });
    await theirs.getByText('Võ Thanh Hà (mẫu) đã chọn lấy bản của Lê Minh Toàn (mẫu) trước.').waitFor();
    expect(await wrongInAnyLook(chair.page)).toEqual([]);
    await theirs.getByRole('button', { name: 'Ghi lại bản mình chọn' }).click();
    await ours.getByText(OURS).waitFor();
    await theirs.getByText('Hai người cùng chọn.').waitFor({ state: 'detached' });
    await ours.getByRole('button', { name: `Sửa kết luận: ${OURS}` }).click();
    await ours.getByRole('button', { name: 'Bỏ kết luận này' }).click();
    await theirs.getByText(OURS).first().waitFor({ state: 'detached' });
    // The browser itself names every request that did not get through.
    chair.takeComplaints();
  });
}
