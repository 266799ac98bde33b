// Hands dropped files to the worker and waits for their tables.
import type { FileLocale } from '../../shared/exchange/form.ts';
import type { ToRead, WasRead } from './read-files.worker.ts';

/** The tables of the files, or why there are none. */
export const readFiles = async (files: readonly File[], locale: FileLocale): Promise<WasRead> => {
  const bytes = await Promise.all(
    files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
  const worker = new Worker(new URL('./read-files.worker.ts', import.meta.url), { type: 'module' });
  try {
    return await new Promise<WasRead>((resolve) => {
      worker.addEventListener('message', (event: MessageEvent<WasRead>) => resolve(event.data));
      worker.addEventListener('error', (event) => resolve({ failure: event.message }));
      const job: ToRead = { files: bytes, locale };
      worker.postMessage(job);
    });
  } finally {
    worker.terminate();
  }
};
