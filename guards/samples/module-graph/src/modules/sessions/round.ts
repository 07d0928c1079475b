import { a } from './circle.ts';
export const round = a;
