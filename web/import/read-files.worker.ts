// Reads dropped files beside the page, so that ten thousand rows don't freeze it: a workbook's sheets or CSV files.
import { readCsvTable } from '../../shared/exchange/csv.ts';
import type { WorkbookTable } from '../../shared/exchange/file-table.ts';
import type { FileLocale } from '../../shared/exchange/form.ts';
import type { RowError } from '../../shared/exchange/rows.ts';
import { UnusableFile } from '../../shared/exchange/unusable-file.ts';
import { readWorkbook } from '../../shared/exchange/workbook.ts';

/** Files to read, and the locale in which workbooks write numbers as text. */
export interface ToRead {
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly locale: FileLocale;
}
/** The tables, or what makes the files unusable. */
export type WasRead =
  | { readonly tables: readonly WorkbookTable[] }
  | { readonly errors: readonly RowError[] }
  | { readonly failure: string };

const tableName = (file: string): string => file.replace(/\.[^.]*$/, '');

const read = async ({ files, locale }: ToRead): Promise<WasRead> => {
  try {
    const tables = await Promise.all(
      files.map(({ name, bytes }) =>
        /\.xlsx$/i.test(name)
          ? readWorkbook(bytes, { file: name, locale, merged: 'repeated' })
          : [readCsvTable(bytes, tableName(name), name)],
      ),
    );
    return { tables: tables.flat() };
  } catch (error) {
    if (error instanceof UnusableFile) return { errors: error.errors };
    return { failure: error instanceof Error ? error.message : String(error) };
  }
};

self.addEventListener('message', (event: MessageEvent<ToRead>) => {
  void read(event.data).then((answer) => self.postMessage(answer));
});
