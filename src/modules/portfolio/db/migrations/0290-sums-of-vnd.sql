-- Sums of whole đồng as whole đồng. The sum of bigint that comes with the server is a numeric, made and cast back for each
-- measure of each cell; this one adds in place, gives 0 where there is nothing and fails where a sum would not fit.

create aggregate portfolio.sum_vnd(bigint) (
  sfunc = int8pl, stype = bigint, initcond = '0', combinefunc = int8pl, parallel = safe
);
