/** Widths of Times in thousandths of its size: upright and bold. Marks on a letter do not widen it. */
const WIDTHS: readonly (readonly [string, readonly [number, number]])[] = [
  ['ijlt/', [278, 300]],
  [' .,:;', [250, 250]],
  ['frsI()-', [350, 380]],
  ['acez', [444, 444]],
  ['J', [389, 500]],
  ['PS', [556, 590]],
  ['ELTFZ', [611, 660]],
  ['BCR', [667, 690]],
  ['ADGHKNOQUVXY', [722, 735]],
  ['Mm', [850, 900]],
  ['W', [944, 1000]],
];
const OTHER = [500, 530] as const;

const WIDTH_OF = new Map(
  WIDTHS.flatMap(([letters, widths]) => [...letters].map((letter) => [letter, widths])),
);

/**
 * How wide a line stands, in the unit of `size`, to within a few percent: enough for the short rules below issuer and
 * abstract, whose length has room for more.
 */
export function textWidth(text: string, { size, bold }: { size: number; bold: boolean }): number {
  const letters = [
    ...text
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .replace(/Đ/g, 'D')
      .replace(/đ/g, 'd'),
  ];
  const thousandths = letters.reduce((sum, letter) => sum + (WIDTH_OF.get(letter) ?? OTHER)[bold ? 1 : 0], 0);
  return Math.round((thousandths * size) / 1000);
}
