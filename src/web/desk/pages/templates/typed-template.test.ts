import { describe, expect, it } from 'vitest';
import { day } from '../../../../kernel/dates.ts';
import { PAPER_KIND_NAMES } from '../../../../modules/governance/domain/papers/paper-kinds.ts';
import { standardTemplate } from '../../../../modules/governance/domain/papers/standard-templates.ts';
import { templateOf, typedOf } from './typed-template.ts';

describe('a template in the form', () => {
  it('[GV61] is the same when nothing was typed', () => {
    for (const kind of PAPER_KIND_NAMES) {
      const { template } = standardTemplate(kind, day('2026-11-23'));
      expect(templateOf(typedOf(template))).toEqual(template);
    }
  });

  it('[GV61] empty lines are left out, an empty place is none', () => {
    const { template } = standardTemplate('results', day('2026-11-23'));
    const typed = { ...typedOf(template), recipients: ' Như trên \n\nLưu: VT\n', place: ' ' };
    expect(templateOf(typed)).toMatchObject({ recipients: ['Như trên', 'Lưu: VT'], place: null });
  });
});
