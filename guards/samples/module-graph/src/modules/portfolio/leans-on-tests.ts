import { built } from './testing/build.ts';
export const real = built;
