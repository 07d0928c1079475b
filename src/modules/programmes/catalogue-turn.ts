/** What entries of the catalogue take turns at: each reads all that stands before it adds to it [PR14]. */
export const CATALOGUE = 'programmes.catalogue';
