import type pg from 'pg';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import type { Id } from '../src/kernel/ids.ts';
import { type BenchServer, FIRST, openBenchPlatform } from './databases.ts';
import { addOffice, OFFICE_ID } from './office.ts';

const COMMUNE_CODE = '540101';
const MANY_LINES = 500;
/** As many as a large commune has: while somebody types, what is typed is searched for their names. */
const BORROWERS = 5_000;

/** An open meeting, and how many conclusions it has. */
export type Meeting = { readonly briefingId: Id; readonly lines: number };

/** The commune with its meetings. */
export type Meetings = { readonly communeId: Id; readonly meetings: readonly Meeting[] };

/** A commune of the office with its borrowers and two open meetings: one without a line, one with as many as a day of them. */
export async function addMeetings(server: BenchServer): Promise<Meetings> {
  const { platform, database } = openBenchPlatform(server.addressOf(FIRST));
  const [communeId, empty, full] = [platform.newId(), platform.newId(), platform.newId()];
  await addOffice(platform);
  await database.close();
  const superuser = await server.connectSuperuser(FIRST);
  await superuser.query(
    `insert into registry.area (id, kind, bank_code, name, valid_from)
     values ($1, 'commune', $2, 'Xã Bình Ngọc', '2020-01-01')`,
    [communeId, COMMUNE_CODE],
  );
  await superuser.query(
    `insert into registry.office_commune (office_id, commune_id, valid_from) values ($1, $2, '2020-01-01')`,
    [OFFICE_ID, communeId],
  );
  await addBorrowers(superuser, communeId);
  for (const [briefingId, heldOn] of [[empty, '2026-10-23'] as const, [full, '2026-11-03'] as const])
    await superuser.query(
      `insert into governance.briefing (commune_id, id, point_code, point_name, point_villages, regular_on, held_on,
                                        state, prepared_at, opened_at)
       values ($1, $2, 'P', 'Điểm', '{}', $3, $3, 'open', now(), now())`,
      [communeId, briefingId, heldOn],
    );
  await superuser.query(
    `insert into governance.conclusion (commune_id, id, briefing_id, position, text, owner_name, due_on,
                                        written_by_name, written_at)
     select $1, gen_random_uuid(), $2, n, 'Kiểm tra sử dụng vốn các món giải ngân, dòng ' || n, 'Ban giảm nghèo',
            '2026-12-01', 'Bench', now()
     from generate_series(1, ${MANY_LINES}) n`,
    [communeId, full],
  );
  await superuser.end();
  const meetings = [
    { briefingId: empty, lines: 0 },
    { briefingId: full, lines: MANY_LINES },
  ];
  return { communeId, meetings };
}

/** Names as they are made in the country: a few family names, the same middle words, given names by the hundred. */
async function addBorrowers(superuser: pg.Client, communeId: Id): Promise<void> {
  await superuser.query(
    `with borrower as (
       select n, gen_random_uuid() as household_id,
         ('{Nguyễn,Trần,Lê,Phạm,Hoàng,Phan,Vũ,Đặng,Bùi,Đỗ}'::text[])[1 + n % 10] || ' ' ||
         ('{Văn,Thị,Hữu,Đức,Thanh,Minh,Ngọc,Kim}'::text[])[1 + n / 10 % 8] || ' ' ||
         ('{An,Bình,Chi,Dũng,Giang,Hòa,Khánh,Lan}'::text[])[1 + n / 80 % 8] || ' ' ||
         ('{Ánh,Bảo,Cường,Diệp,Hạnh,Loan,Phúc,Quý}'::text[])[1 + n / 640 % 8] as full_name
       from generate_series(1, ${BORROWERS}) n
     ), household as (
       insert into registry.household (commune_id, id, created_at) select $1, household_id, now() from borrower
     )
     insert into registry.person (commune_id, id, household_id, customer_code, full_name, folded_name, village_code, group_code,
                                  association_code, bank_data_date, bank_version_id)
     select $1, gen_random_uuid(), household_id, 'KH' || n, full_name, '', 'T01', '0026001', '01', '2026-10-31', gen_random_uuid()
     from borrower`,
    [communeId],
  );
}

const DEBIANS_CHROMIUM = '/usr/bin/chromium';

/** The one `CHROMIUM_PATH` names, or Debian's; without a window. */
export function launchChromium(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH ?? DEBIANS_CHROMIUM;
  return chromium.launch({ executablePath, headless: true, args: ['--no-sandbox', '--disable-gpu'] });
}

/** The field of conclusions, as it stands in a meeting that may be written in. */
export const FIELD = 'input[aria-label="Nội dung kết luận"]';

/** Opens a meeting for the person of a session, and waits until everything of it stands there. */
export async function openMeeting(
  browser: Browser,
  {
    address,
    token,
    briefingId,
  }: { readonly address: string; readonly token: string; readonly briefingId: Id },
): Promise<Page> {
  const context = await openWindow(browser);
  const cookie = { name: '__Host-giaoban', value: token, url: address.replace('http:', 'https:') };
  await context.addCookies([{ ...cookie, secure: true, httpOnly: true, sameSite: 'Strict' }]);
  const page = await context.newPage();
  await page.goto(`${address}/giao-ban/${COMMUNE_CODE}/${briefingId}`);
  await page.locator(FIELD).waitFor();
  await page.waitForTimeout(1_500);
  return page;
}

/** A window of the desk, with nobody signed in. */
export function openWindow(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'vi-VN' });
}
