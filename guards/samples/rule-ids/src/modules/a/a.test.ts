it('[A1] is tested', () => {
  holds(1);
});
it('[A3] too', () => expect(1).toBe(1));
it('[A9] is no rule', () => expect(1).toBe(1));
it('[A4] is only named', () => {});
it('[A5] throws, and says nothing of what must be', () => {
  if (Math.PI < 3) throw new Error('gone');
});
const title = '[A1] stands elsewhere';
it(title, () => expect(1).toBe(1));
it.each([1])(
  '[A6] holds for each, on lines of its own',
  (n) => holds(n),
);

function holds(n) {
  expect(n).toBe(n);
}
