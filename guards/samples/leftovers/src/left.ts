// TODO later
console.log('left over');
export const x: any = 1;
export const path = '/work/here';
