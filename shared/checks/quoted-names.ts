// Sentences name outcomes as customers say them; an id stands only where nobody has written the statement down.

/** Statements in quotation marks, separated by commas; of an outcome that does not exist, its id. */
export const quotedNames = (
  outcomes: readonly { readonly id: string; readonly data?: { readonly statement: string } | undefined }[],
): string => outcomes.map(({ id, data }) => (data === undefined ? id : `“${data.statement}”`)).join(', ');
