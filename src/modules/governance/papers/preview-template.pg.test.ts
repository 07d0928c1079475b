import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../../kernel/dates.ts';
import { pdfText } from '../../documents/testing/poppler.ts';
import { nextId } from '../../portfolio/testing/stage-extracts.ts';
import { PAPER_KIND_NAMES, type PaperKind } from '../domain/papers/paper-kinds.ts';
import { standardTemplate } from '../domain/papers/standard-templates.ts';
import type { PaperTemplate } from '../domain/papers/template.ts';
import { givenCommune, question, type TestCommune, tryCommand } from '../testing/given-commune.ts';
import { previewTemplate } from './preview-template.ts';

let commune: TestCommune;
beforeAll(async () => {
  commune = await givenCommune();
}, 60_000);
afterAll(() => commune.database.close());

const director = () => commune.as('officeDirector');
const templateOf = (kind: (typeof PAPER_KIND_NAMES)[number]) =>
  standardTemplate(kind, day('2027-01-01')).template;

describe('a template looked at before it is written', () => {
  const pictureOf = async (kind: PaperKind, content: PaperTemplate, format: 'pdf' | 'svg') => {
    const { officeId } = commune;
    const file = await question(commune, director(), (context) =>
      previewTemplate({ officeId, kind, content, format }, context),
    );
    return Buffer.from((await file.make()) as Uint8Array);
  };

  it.each(PAPER_KIND_NAMES)(
    '[GV61] %s: a PDF and a picture of the paper, with what was typed',
    async (kind) => {
      const typed = { ...templateOf(kind), issuer: ['PHÒNG GÕ THỬ'], closing: 'Lời kết vừa gõ của {xã}.' };
      const text = pdfText(await pictureOf(kind, typed, 'pdf'));
      expect(text).toContain('PHÒNG GÕ THỬ');
      expect(text).toContain('Lời kết vừa gõ của xã Mẫu');
      const [picture, before] = [
        await pictureOf(kind, typed, 'svg'),
        await pictureOf(kind, templateOf(kind), 'svg'),
      ];
      expect(picture.subarray(0, 4).toString()).toBe('<svg');
      expect(picture.equals(before)).toBe(false);
    },
  );

  it('[GV196] what to bring has its places filled, as the invitation will have them', async () => {
    const text = pdfText(
      await pictureOf('invitation', { ...templateOf('invitation'), toBring: ['Sổ của {xã}'] }, 'pdf'),
    );
    expect(text).toContain('Sổ của xã Mẫu');
  });

  it('[GV61] [GV62] one that lacks a part is refused with it, and nobody looks into another office', async () => {
    const preview = (officeId: typeof commune.officeId, opening: string) =>
      tryCommand(commune, director(), (context) => {
        const content = { ...templateOf('conclusions'), opening };
        return previewTemplate({ officeId, kind: 'conclusions', content, format: 'pdf' }, context);
      });
    expect(await preview(commune.officeId, '')).toMatchObject({
      refused: 'templateLacks',
      data: { part: 'Lời mở đầu' },
    });
    expect(await preview(nextId(), 'Kết luận như sau:')).toMatchObject({ refused: 'notFound' });
  });
});
