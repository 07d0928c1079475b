/**
 * No connection to the database was to be had in time: all are at work, or the server does not answer. Nothing was
 * begun, so that whoever asked may simply ask again.
 */
export class NoConnection extends Error {
  override readonly name = 'NoConnection';
}
