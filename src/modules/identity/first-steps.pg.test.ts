import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as identity from './contract.ts';
import { anAssignment, GOOD_PASSWORD, identityWorld } from './testing/build.ts';

let world: Awaited<ReturnType<typeof identityWorld>>;

beforeAll(async () => {
  world = await identityWorld();
});
afterAll(() => world?.close());

async function signedIn(login: string) {
  const browser = world.browser();
  await browser.call(identity.signIn, { login, password: GOOD_PASSWORD });
  return browser;
}

async function stepsOf(browser: Awaited<ReturnType<typeof signedIn>>) {
  const answer = await browser.call(identity.showFirstSteps, {});
  if (!answer.ok) throw new Error(answer.refused);
  return answer.output;
}

describe('first steps', () => {
  it('[ID23] are remembered for the person and the office, and for nobody else', async () => {
    const administrator = anAssignment({ role: 'administrator' });
    const { assignmentIds } = await world.addPerson({
      login: 'hai.viec',
      assignments: [administrator, anAssignment({ role: 'committeeReader', branchCode: '0054' })],
    });
    await world.addPerson({ login: 'nguoi.khac', assignments: [administrator] });
    const [asAdministrator, asReader] = assignmentIds;
    if (asAdministrator === undefined || asReader === undefined) throw new Error('two offices were given');

    const browser = await signedIn('hai.viec');
    await browser.call(identity.switchAssignment, { assignmentId: asAdministrator });
    for (const step of ['seeProgrammes', 'seeProgrammes'] as const)
      expect(await browser.call(identity.takeFirstStep, { step })).toMatchObject({ ok: true });
    await browser.call(identity.putAwayFirstSteps, { isPutAway: true });
    expect(await stepsOf(browser)).toMatchObject({ taken: ['seeProgrammes'], isPutAway: true });

    await browser.call(identity.switchAssignment, { assignmentId: asReader });
    expect(await stepsOf(browser)).toMatchObject({ taken: [], isPutAway: false });
    expect(await stepsOf(await signedIn('nguoi.khac'))).toMatchObject({ taken: [], isPutAway: false });

    const later = await signedIn('hai.viec');
    await later.call(identity.switchAssignment, { assignmentId: asAdministrator });
    expect(await stepsOf(later)).toMatchObject({ taken: ['seeProgrammes'], isPutAway: true });
    await later.call(identity.putAwayFirstSteps, { isPutAway: false });
    expect((await stepsOf(later)).isPutAway).toBe(false);
  });

  it('[ID23] of another office are not taken', async () => {
    await world.addPerson({ login: 'quan.tri', assignments: [anAssignment({ role: 'administrator' })] });
    const browser = await signedIn('quan.tri');
    expect(await browser.call(identity.takeFirstStep, { step: 'importMonth' })).toMatchObject({
      refused: 'notFound',
    });
    expect((await stepsOf(browser)).taken).toEqual([]);
  });

  it('[ID23] are none for somebody without an office', async () => {
    await world.addPerson({ login: 'khong.viec' });
    const browser = await signedIn('khong.viec');
    expect(await stepsOf(browser)).toEqual({ steps: [], taken: [], isPutAway: false });
  });
});
