export const group = 1;
