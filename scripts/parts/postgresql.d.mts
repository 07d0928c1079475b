/** The folder of the programs of an installed PostgreSQL server from 15 on; undefined when there is none. */
export function installedPostgres(): string | undefined;
