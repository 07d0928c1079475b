import { readdirSync } from 'node:fs';
import { Readable } from 'node:stream';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { isRefusal, type Refusal, type RefusalTexts, refusalText } from '../../kernel/refusal.ts';
import { FILE_REFUSALS } from '../../platform/files/index.ts';
import type { UploadedFile } from '../../platform/http/uploads.ts';
import { type TestFileStore, testFileStore } from '../../platform/testing/files.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { showHousehold } from '../registry/index.ts';
import { answerDifficulty } from './answer-difficulty.ts';
import * as contract from './contract.ts';
import { raiseDifficulty } from './raise-difficulty.ts';
import { GOVERNANCE_REFUSALS } from './refusals.ts';
import { addTaskFile } from './task-files.ts';
import { opened, shown } from './testing/given-briefing.ts';
import { command, givenCommune, question, type TestCommune, tryCommand } from './testing/given-commune.ts';
import { callers, ordered, taskOf } from './testing/given-tasks.ts';

let commune: TestCommune;
let as: ReturnType<typeof callers>;
let files: TestFileStore;
beforeAll(async () => {
  commune = await givenCommune();
  as = callers(commune);
  files = testFileStore(async () => 'notScanned');
}, 60_000);
afterAll(async () => {
  files.clear();
  await commune.database.close();
});

const told = (texts: RefusalTexts, outcome: unknown) => refusalText(texts, outcome as Refusal);

describe('a file that somebody sends with a report', () => {
  const blank = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: '#888' }, limitInputPixels: false });
  async function* one(name: string, bytes: Uint8Array): AsyncGenerator<UploadedFile> {
    yield { name, content: Readable.from([Buffer.from(bytes)]) };
  }
  const send = async (name: string, bytes: Uint8Array) => {
    const within = await taskOf(commune, as.head(), await ordered(commune));
    const keep = await addTaskFile(files.store)(one(name, bytes));
    if (isRefusal(keep)) return keep;
    return tryCommand(commune, as.head(), (context) => keep({ ...within, fileId: nextId() }, context));
  };

  /** The files that lie in the store, in whichever of its folders. */
  const keptFiles = () =>
    readdirSync(files.folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());

  it('[FS2] a photo bomb is refused in words, and nothing of it is kept', async () => {
    const bomb = await blank(8_000, 7_000).png().toBuffer();
    expect(told(FILE_REFUSALS, await send('bom.png', bomb))).toBe(
      'Ảnh bom.png có quá nhiều điểm ảnh (nhiều nhất 50 triệu). Chụp lại với cỡ nhỏ hơn rồi gửi lại.',
    );
    expect(keptFiles()).toEqual([]);
    // It is looked for where a photo that is taken lies.
    await send('anh.png', await blank(8, 8).png().toBuffer());
    expect(keptFiles()).toHaveLength(1);
  }, 60_000);

  it('[FS1] a false ending is refused with what the file is', async () => {
    expect(told(FILE_REFUSALS, await send('anh.jpg', Buffer.from('%PDF-1.7')))).toBe(
      'Tệp anh.jpg mang đuôi .jpg nhưng nội dung là PDF. Kiểm tra lại tệp, đổi đúng đuôi rồi gửi lại.',
    );
  });

  it.each([
    ['control characters', 'ả\u0000nh\u0007.jpg', 'ảnh.jpg'],
    ['marks of direction', 'ho-so\u202egpj.exe.jpg', 'ho-sogpj.exe.jpg'],
    ['a path', '../../etc/Thôn 𠀋.jpg', 'Thôn 𠀋.jpg'],
    [
      'letters of four bytes to be cut',
      `${'𠀋'.repeat(200)}.jpg`,
      `${'𠀋'.repeat(109)}…${'𠀋'.repeat(6)}.jpg`,
    ],
  ])('[FS3] its name is shown without harm: %s', async (_, name, kept) => {
    expect(await send(name, await blank(8, 8).jpeg().toBuffer())).toMatchObject({ name: kept });
  });
});

describe('a difficulty with whatever somebody pastes', () => {
  const HOSTILE = ' Hộ\u0000 𠀋 \u202eở xa\u202c\u0007, gọi 👨‍👩‍👧  không được ';
  const HARMLESS = 'Hộ 𠀋 ở xa, gọi 👨‍👩‍👧 không được';
  const ofCommune = () => ({ communeId: commune.communeId, difficultyId: nextId() });

  it('[GV6] [GV85] loses what cannot be seen and keeps every letter: its text, who said it, the answer, who told the number', async () => {
    const within = await opened(commune);
    const { rows } = await commune.database.owner.query(
      `select household_id as "householdId" from registry.person where commune_id = $1 and group_code <> '' limit 1`,
      [commune.communeId],
    );
    const { householdId } = rows[0];
    const raised = z.decode(contract.raiseDifficulty.input, {
      ...{ ...ofCommune(), ...within, about: 'household', householdId, text: HOSTILE, saidBy: HOSTILE },
    } as never);
    await command(commune, as.officer(), (context) => raiseDifficulty(raised, context));
    const { communeId, difficultyId } = raised;
    const found = { relation: 'other', name: HOSTILE, phone: '0987 000 333', toldBy: HOSTILE };
    const answered = z.decode(contract.answerDifficulty.input, {
      ...{ communeId, difficultyId, answer: HOSTILE, found },
    } as never);
    await command(commune, as.chair(), (context) => answerDifficulty(answered, context));
    const [stands] = (await shown(commune, within)).difficulties;
    expect(stands).toMatchObject({ text: HARMLESS, raisedByName: HARMLESS, answer: HARMLESS });
    const file = await question(commune, as.chair(), (context) =>
      showHousehold({ communeId, householdId }, context),
    );
    const contacts = file.members.flatMap((member) => member.contacts);
    expect(contacts.find(({ contactId }) => contactId === stands?.contactId)).toMatchObject({
      name: HARMLESS,
      told: { by: HARMLESS },
    });
  });

  it('[GV6] too long, or nothing but what cannot be seen, is refused before anything is written', () => {
    const problem = (text: string) =>
      contract.raiseDifficulty.input.safeParse({ ...ofCommune(), about: 'matter', text }).error?.issues[0]
        ?.message;
    expect(problem('\u202e\u0000 \u200b')).toBe('Không được để trống.');
    expect(problem('𠀋'.repeat(1001))).toBe('Tối đa 1000 ký tự.');
  });

  it('[GV6] the 301st of a meeting is refused in words; the 300 stay', async () => {
    const within = await opened(commune);
    const matter = {
      ...within,
      about: 'matter' as const,
      householdId: null,
      personId: null,
      contractNo: null,
    };
    const raise = (i: number) =>
      tryCommand(commune, as.officer(), (context) =>
        raiseDifficulty(
          { ...matter, groupCode: null, difficultyId: nextId(), text: `Vướng ${i}`, saidBy: null },
          context,
        ),
      );
    const before = (await shown(commune, within)).difficulties.length;
    for (let i = before; i < 300; i++) expect(await raise(i)).toEqual({ briefingId: within.briefingId });
    expect(told(GOVERNANCE_REFUSALS, await raise(300))).toMatch(/300 khó khăn/);
    expect((await shown(commune, within)).difficulties).toHaveLength(300);
    const leader = as.leader('0026000');
    const ofLeader = { ...matter, groupCode: null, difficultyId: nextId(), text: 'Của tổ', saidBy: null };
    expect(await tryCommand(commune, leader, (context) => raiseDifficulty(ofLeader, context))).toMatchObject({
      refused: 'tooManyLines',
    });
  });
});
