export const late = 'update a set at = now()';
