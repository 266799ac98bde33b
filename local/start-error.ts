/** What keeps the local stack from starting, said in one sentence to the person at the keyboard; never a stack trace. */
export class StartError extends Error {
  override readonly name = 'StartError';
}
