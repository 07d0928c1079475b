import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import * as contract from './contract.ts';
import { previewImport } from './preview-import.ts';
import { stageExtracts } from './testing/stage-extracts.ts';
import {
  BEFORE,
  FOLDER,
  givenTwoMonths,
  OCTOBER,
  SEPTEMBER,
  TRUTH,
  type TwoMonths,
} from './testing/two-months.ts';

let given: TwoMonths;
beforeAll(async () => {
  given = await givenTwoMonths();
}, 60_000);
afterAll(() => given.database.close());

describe('the preview of an import', () => {
  it('[PF17] adds up in loans, in đồng and commune by commune; head office is compared before anything is written', async () => {
    const { batchId } = await stageExtracts(given.database.owner, {
      folder: FOLDER,
      dataDate: OCTOBER,
      officeId: given.office.officeId,
    });
    const preview = await given.answer((context) => previewImport({ batchId }, context));
    const { comparison } = preview;
    expect(preview).toMatchObject({
      comparedDate: SEPTEMBER,
      versionNumber: 2,
      blocking: [],
      missingCommunes: [],
    });
    expect(comparison).toMatchObject({
      addsUp: true,
      opening: { loans: BEFORE.office.loans, amountVnd: BigInt(BEFORE.office.outstanding) },
      closing: { loans: TRUTH.office.loans, amountVnd: BigInt(TRUTH.office.outstanding) },
      movedToOverdue: { loans: TRUTH.lists.moved_to_overdue_in_month?.length },
    });
    expect(comparison?.new.loans).toBeGreaterThan(0);
    for (const commune of preview.communes) {
      expect(commune.differenceVnd).toBe(0n);
      expect(commune.closingVnd).toBe(BigInt(TRUTH.commune[commune.communeCode]?.outstanding ?? -1));
    }
    const expected = TRUTH.differences_from_head_office.filter((cell) => cell.difference !== 0);
    expect(preview.headOffice.differences.map(({ file, key, measure }) => ({ file, key, measure }))).toEqual(
      expected.map(({ file, key, measure }) => ({ file, key, measure })),
    );
    expect(z.safeEncode(contract.previewImport.output, preview).success).toBe(true);
  });
});
