// A form that the page sends itself.
import type { FormEvent } from 'react';

/** The handler of a form's submission that does this instead of leaving the page. */
export const onSubmit = (act: () => void) => (event: FormEvent) => {
  event.preventDefault();
  act();
};
