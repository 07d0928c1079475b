it.skip('not today', () => {});
it.fails('not yet', () => {});
it.skipIf(true)('not here', () => {});
describe.runIf(false)('not there', () => {});
test('not now', ({ skip }) => skip('a reason'));
it
  .only('alone', () => {});
