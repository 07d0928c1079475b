import { describe, expect, it } from 'vitest';
import { balancedLines } from './balanced-lines.ts';

const LOOK = { sizeHalfPoints: 28, bold: false, widthTwips: 9355 };
const REPORTED_TO = 'Kính gửi: Ban đại diện Hội đồng quản trị Ngân hàng Chính sách xã hội xã Bình Ngọc';

describe('lines of a centred text', () => {
  it('[DO23] a text that finds room stays on one line', () => {
    expect(balancedLines('Kính gửi: Hội Liên hiệp Phụ nữ', LOOK)).toEqual(['Kính gửi: Hội Liên hiệp Phụ nữ']);
    expect(balancedLines('', LOOK)).toEqual(['']);
  });

  it('[DO23] a longer one stands in lines of about one length, none of a single word', () => {
    expect(balancedLines(REPORTED_TO, LOOK)).toEqual([
      'Kính gửi: Ban đại diện Hội đồng quản trị',
      'Ngân hàng Chính sách xã hội xã Bình Ngọc',
    ]);
    const three = balancedLines(`${REPORTED_TO} ${REPORTED_TO}`, LOOK).map((text) => text.length);
    expect(Math.max(...three) - Math.min(...three)).toBeLessThan(15);
  });

  it('[DO23] [DO14] a word wider than a line stands alone and loses nothing', () => {
    const word = 'dàikhôngdứt'.repeat(20);
    expect(balancedLines(`Kính gửi: ${word} xã`, LOOK)).toEqual(['Kính gửi:', word, 'xã']);
  });
});
