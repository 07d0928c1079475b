export function aPart(place) {
  test('[A7] is tested by a part of a journey', () => expect(place()).toBe(1));
  test('[A8] is no rule of a part either', () => expect(place()).toBe(1));
}
