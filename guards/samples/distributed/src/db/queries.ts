export const late = 'update a set at = now()';
export const sums = 'select count(*) from a group by commune_id, rollup (x)';
