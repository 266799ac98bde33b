/** What a start shows while it goes on: a line for each step that is done, with its time. */

/** Runs a step and says how long it took; the work may tell how far it is. */
export type Step = <T>(title: string, work: (tell: (state: string) => void) => Promise<T>) => Promise<T>;

/** Steps that are written to a stream; only a terminal sees a step before it is done. */
export function showSteps(output: NodeJS.WritableStream & { readonly isTTY?: boolean }): Step {
  return async (title, work) => {
    const start = performance.now();
    const tell = (state: string): void => {
      if (output.isTTY) output.write(`\r\u001b[K  ${title} ${state}`);
    };
    const result = await work(tell);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    output.write(`${output.isTTY ? '\r\u001b[K' : ''}  ${title}: ${seconds} s\n`);
    return result;
  };
}
