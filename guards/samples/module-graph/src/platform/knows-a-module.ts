import { fact } from '../modules/registry/index.ts';
export const known = fact;
