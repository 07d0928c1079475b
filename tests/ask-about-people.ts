import { expect } from 'vitest';
import { SAMPLE_PASSWORD } from '../src/server/demo/sample-people.ts';

/** Somebody of the demo's files, as a borrower. */
export type Person = { name: string; identity: string; phone: string | null };
/** Three of them. */
export const PERSON = `select full_name as name, identity_number as identity, phone from registry.person where phone is not null limit 3`;

/** Uses the product the way names and numbers reach it: sign-in, search, addresses, broken bodies. */
export async function askAbout(port: number, people: readonly Person[]): Promise<void> {
  const base = `http://127.0.0.1:${port}`;
  const signIn = (login: string, password: string) =>
    fetch(`${base}/api/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login, password }),
    });
  const signedIn = await signIn('canbo', SAMPLE_PASSWORD);
  expect(signedIn.status).toBe(200);
  const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  for (const { name, identity, phone } of people) {
    await signIn(phone ?? '', name);
    for (const text of [name, identity, phone ?? ''].map(encodeURIComponent)) {
      await fetch(`${base}/api/people/search?text=${text}`, { headers: { cookie } });
      await fetch(`${base}/api/${text}?q=${text}`, { headers: { cookie, 'user-agent': text } });
    }
    const headers = { cookie, 'content-type': 'application/json' };
    await fetch(`${base}/api/sign-in`, { method: 'POST', headers, body: `{"login": "${name}", ` });
  }
}
