export * from './contract-import.ts';
export * from './contract-interest.ts';
export * from './contract-lists.ts';
export * from './contract-loan.ts';
export * from './contract-month.ts';
export * from './contract-undo.ts';
