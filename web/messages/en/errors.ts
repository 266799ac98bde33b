// English: what went wrong and what to do about it, by the kind of the problem.

/** The frame around every problem. */
export const enErrors = {
  startTitle: 'The page can’t start',
  startAdvice:
    'It could not learn where to sign in. Reload it; if that does not help, tell the people who run the service.',
  retry: 'Try again',
  reload: 'Reload the page',
  found: 'found',
  expected: 'expected',
  noScreen: 'There is no such page',
  home: 'Go to the start',
  connection: {
    title: 'No answer from the service',
    advice: 'You may be offline. Nothing was lost; try again when the connection is back.',
  },
  page: {
    title: 'This did not work',
    advice: 'The page met something that it does not know. Reload it and try again.',
  },
  refused: { title: 'The service refused', advice: 'Look at what it says, change it and try again.' },
  byKind: {
    'invalid-input': {
      title: 'Something can’t be used',
      advice: 'Look at what was found and what was expected.',
    },
    unauthorized: {
      title: 'Your sign-in has ended',
      advice: 'Sign in again; what you typed is kept in this browser.',
    },
    forbidden: {
      title: 'This is not yours to see or do',
      advice: 'Your role does not include it. An analyst can change roles.',
    },
    'not-found': {
      title: 'There is no such thing',
      advice: 'It may never have existed, or belongs to another organisation.',
    },
    conflict: {
      title: 'Something else is going on',
      advice: 'The same is being changed right now. Wait a moment and try again.',
    },
    'quarter-closed': {
      title: 'The quarter is closed',
      advice: 'Its figures stay as they are. A later quarter is open.',
    },
    'quarter-not-begun': { title: 'The quarter has not begun', advice: 'Come back when it has.' },
    'stale-version': {
      title: 'Somebody was faster',
      advice: 'It was changed meanwhile. Look at the new state, then do it again.',
    },
    'too-large': { title: 'That is too much at once', advice: 'Send less, or split it.' },
    'unsupported-media-type': {
      title: 'The service does not read this',
      advice: 'Reload the page and try again.',
    },
    'idempotency-key-reused': {
      title: 'This was sent before, with other content',
      advice: 'Reload the page and try again.',
    },
    'precondition-required': { title: 'The version is missing', advice: 'Reload the page and try again.' },
    'too-many-requests': { title: 'Too many requests', advice: 'Wait a minute and try again.' },
    internal: {
      title: 'The service failed',
      advice: 'It is not your fault and nothing was lost. Try again in a moment.',
    },
    'temporarily-unavailable': {
      title: 'The service is busy',
      advice: 'Nothing was lost. Try again in a moment.',
    },
  },
} as const;
