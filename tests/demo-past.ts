/** Briefings of the demo by their state, and how many of them have no conclusion. */
export const BRIEFINGS = `
  select state, count(*)::int as briefings, count(*) filter (where not exists (
    select from governance.conclusion c where (c.commune_id, c.briefing_id) = (b.commune_id, b.id)))::int as unconcluded
  from governance.briefing b group by state order by state`;

/** Years of communes whose minutes are not numbered without a gap. */
export const GAPS_OF_MINUTES = `
  select commune_id, minutes_year from governance.briefing where state = 'closed'
  group by commune_id, minutes_year having max(minutes_number) <> count(*)`;

/** Briefings that a start after a cut-off one has held again. */
export const HELD_TWICE = `
  select commune_id, point_code, held_on from governance.briefing
  group by commune_id, point_code, held_on having count(*) > 1`;
