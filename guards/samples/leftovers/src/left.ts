// TODO later
console.log('left over');
export const x: any = 1;
export const path = '/work/here';
console.warn('left over');
console
  .error('left over');
