it('[A1] is tested', () => {});
it('[A3] too', () => {});
it('[A9] is no rule', () => {});
