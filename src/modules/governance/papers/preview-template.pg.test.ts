import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../../kernel/dates.ts';
import { nextId } from '../../portfolio/testing/stage-extracts.ts';
import { PAPER_KIND_NAMES } from '../domain/papers/paper-kinds.ts';
import { standardTemplate } from '../domain/papers/standard-templates.ts';
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
  it.each(PAPER_KIND_NAMES)('[GV61] %s: a PDF and a picture of the paper that it makes', async (kind) => {
    const beginOf = async (format: 'pdf' | 'svg') => {
      const file = await question(commune, director(), (context) =>
        previewTemplate({ officeId: commune.officeId, kind, content: templateOf(kind), format }, context),
      );
      return Buffer.from(file.content as Uint8Array)
        .subarray(0, 4)
        .toString();
    };
    expect([await beginOf('pdf'), await beginOf('svg')]).toEqual(['%PDF', '<svg']);
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
