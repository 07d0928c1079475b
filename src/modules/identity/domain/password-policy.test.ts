import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMMON_WORDS, LOCAL_WORDS } from './guessable-words.ts';
import { type Known, passwordProblem } from './password-policy.ts';

const someone: Known = {
  fullName: 'Nguyễn Thị Hoa',
  login: 'hoa.nguyen',
  phone: '0912345678',
  places: ['Xã Krông Ana', 'Phòng giao dịch Buôn Đôn', '540101'],
};

const kindOf = (password: string) => passwordProblem(password, someone)?.kind;

describe('[ID5] passwords', () => {
  it('[ID5] twelve characters are enough, eleven are not', () => {
    expect(kindOf('trâu cày mưa')).toBeUndefined();
    expect(passwordProblem('trâu cày mư', someone)).toEqual({ kind: 'tooShort', length: 11 });
  });

  it('[ID5] a letter with its marks is one character, however the keyboard sends it', () => {
    expect(kindOf('trâu cày mư'.normalize('NFD'))).toBe('tooShort');
    expect(kindOf('trâu cày mưa'.normalize('NFD'))).toBeUndefined();
  });

  it('[ID5] 64 characters and more are taken, up to 128', () => {
    const long = 'mưa rơi trên mái tôn nhà bà ngoại, gà gáy ba lần rồi mà ai cũng ngủ';
    expect(long.length).toBeGreaterThanOrEqual(64);
    expect(kindOf(long)).toBeUndefined();
    const phrase = 'mưa rơi trên mái tôn; '.repeat(5);
    expect(kindOf(`${phrase}gà gáy ba lần rồi`)).toBeUndefined();
    expect(kindOf('x'.repeat(129))).toBe('tooLong');
  });

  it('[ID5] asks for no capitals, digits or signs', () => {
    for (const phrase of ['ruộng bậc thang mùa lúa chín', 'bốn con gà mái ấp', 'KHOAI MÌ LUỘC NƯỚC DỪA'])
      expect(kindOf(phrase)).toBeUndefined();
  });

  it.each([
    ['matkhau123456', '123456'],
    ['Mật Khẩu 2026!', 'matkhau'],
    ['P@ssw0rd2026!!', 'password'],
    ['anhyeuem1102', 'anhyeuem'],
    ['nhcsxh@2026!', 'nhcsxh'],
    ['giaoban2026ab', 'giaoban'],
    ['Ngân hàng Chính sách 2026', 'nganhangchinhsach'],
    ['krongana@2026', 'krongana'],
    ['540101540101a', '540101'],
  ])('[ID5] %s is refused for what it holds', (password, word) => {
    expect(passwordProblem(password, someone)).toMatchObject({
      kind: 'guessable',
      why: expect.stringContaining(word),
    });
  });

  it.each(['nguyenthihoa1', 'Hoa 0912345678', 'hoa.nguyen!!1'])('[ID5] %s holds the person', (password) => {
    expect(passwordProblem(password, someone)).toMatchObject({ why: expect.stringContaining('chính mình') });
  });

  it.each(['qwertyuiop12', 'asdfghjkl;12', '123456789012', '1qaz2wsx3edc', 'zyxwvutsrqpo', '098765432109'])(
    '[ID5] %s is a run of keys',
    (password) => {
      expect(kindOf(password)).toBe('guessable');
    },
  );

  it.each(['aaaaaaaaaaaa', 'abababababab', 'khoaikhoaikhoai', '!!!!!!!!!!!!'])(
    '[ID5] %s repeats',
    (password) => {
      expect(kindOf(password)).toBe('guessable');
    },
  );

  it.each([
    'binhngoc2026',
    'sonxuan2026x',
    'tuyhoaphuyen',
    'phuyen260126',
    'phuyen150789',
    'Ngọc Lãng 93',
    'matkhaucuatoi',
    'nguyenthuchutich',
    'chutich84726591',
  ])('[ID5] %s is made of words that a neighbour tries first', (password) => {
    const places = [
      'Xã Bình Ngọc',
      'Xã Sơn Xuân',
      'PGD Tuy Hòa (dữ liệu mẫu)',
      'Tỉnh Phú Yên',
      'Thôn Ngọc Lãng',
    ];
    expect(passwordProblem(password, { ...someone, places })?.kind).toBeDefined();
  });

  it('[ID5] digits alone, in no order, are as good as they were', () => {
    expect(kindOf('847261950372')).toBeUndefined();
  });

  it('[ID5] a listed word alone spoils nothing when enough else is there', () => {
    expect(kindOf('matkhau cua trau den')).toBeUndefined();
  });

  it('[ID5] no filling out of a listed word with digits of a year, a run or one repeated sign makes it good', () => {
    const filling = fc.constantFrom('2024', '1990', '123456', '!!!', '4321', '');
    fc.assert(
      fc.property(
        fc.constantFrom(...COMMON_WORDS, ...LOCAL_WORDS),
        filling,
        filling,
        (word, before, after) => {
          expect(kindOf(`${before}${word}${after}`)).toBeDefined();
        },
      ),
    );
  });
});
