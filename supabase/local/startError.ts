/** Something the person who starts the stack can mend; the message is the whole sentence they get to read. */
export class StartError extends Error {
  override name = 'StartError'
}
