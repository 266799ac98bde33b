// English: the page of the API.

/** The words of the API's page. */
export const enApi = {
  title: 'API',
  heading: {
    one: '{n} operation can be tried as yourself',
    other: '{n} operations can be tried as yourself',
  },
  why: 'Everything that this page does can be done by a program. Calls that you try here are made as you, and count.',
  document: 'The document (OpenAPI 3.1)',
  operations: 'Operations by area',
} as const;
