/** The address, or one that it led on to, must not be asked. Another try would change nothing. */
export class RefusedAddressError extends Error {
  override name = 'RefusedAddressError'
}

/** The server led on more often than is followed. */
export class TooManyRedirectsError extends Error {
  override name = 'TooManyRedirectsError'
}

/** The answer is larger than is read. */
export class AnswerTooLargeError extends Error {
  override name = 'AnswerTooLargeError'
}

/** No whole answer came in time. */
export class AnswerTooLateError extends Error {
  override name = 'AnswerTooLateError'
}
