import { inside } from '../modules/registry/inside.ts';
export const seen = inside;
