import { inside } from '../registry/inside.ts';
export const burgled = inside;
