import { readFileSync } from 'node:fs';
export const policy = readFileSync;
