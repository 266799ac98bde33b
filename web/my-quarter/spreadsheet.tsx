// The quarter as a spreadsheet, for those who prefer one: downloaded with what is known, filled in, taken back in. What
// it says then stands in the inputs, to be looked at and submitted as ever.
import { Button, FileButton } from '@mantine/core';
import { useState } from 'react';
import type { QuarterSheet } from '../../shared/api/schemas/quarter.ts';
import type { Reading } from '../../shared/domain/submission.ts';
import type { RowError } from '../../shared/exchange/rows.ts';
import { fileLocaleOf } from '../format/file-locale.ts';
import { textOf } from '../format/typed-value.ts';
import { download, xlsxType } from '../parts/download.ts';
import { Notice } from '../parts/notice.tsx';
import { useWords } from '../session/session.tsx';
import type { DraftOfSheet } from './use-draft.ts';

const mostFaults = 20;

/** The quarter to be filled in, with what can be read of what is typed already. */
const templateOf = ({ department, quarter, rows }: QuarterSheet, typed: readonly Reading[] = []) => ({
  department,
  quarter,
  rows: rows.map((row) => ({
    ...row,
    reading: typed.find(({ kpi }) => kpi === row.kpi.id) ?? row.reading,
  })),
});

/** The readings of a filled workbook, or what is wrong with it. */
const readFilled = async (file: File, sheet: QuarterSheet, locale: string) => {
  const [{ readWorkbook, sheetFile }, { readTemplate }, { UnusableFile }] = await Promise.all([
    import('../../shared/exchange/workbook.ts'),
    import('../../shared/exchange/read-template.ts'),
    import('../../shared/exchange/unusable-file.ts'),
  ]);
  const written = fileLocaleOf(locale);
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const tables = await readWorkbook(bytes, { file: file.name, locale: written });
    const named = tables.map((table) => ({ ...table, file: sheetFile(file.name, table.name) }));
    return readTemplate(named, templateOf(sheet), written);
  } catch (error) {
    if (error instanceof UnusableFile) return { readings: undefined, errors: error.errors };
    throw error;
  }
};

/** The two buttons, and what came of a file; `typed`: the readings on the sheet as they are. */
export const Spreadsheet = (props: {
  sheet: QuarterSheet;
  draft: DraftOfSheet;
  typed: readonly Reading[];
}) => {
  const { sheet, draft, typed } = props;
  const { m, f } = useWords();
  const words = m.myQuarter;
  const [faults, setFaults] = useState<readonly RowError[]>([]);
  const [taken, setTaken] = useState<number>();

  const give = async (): Promise<void> => {
    const [{ templateSheets }, { writeSheets }] = await Promise.all([
      import('../../shared/exchange/template.ts'),
      import('../../shared/exchange/workbook.ts'),
    ]);
    const bytes = await writeSheets(templateSheets(templateOf(sheet, typed)));
    download(`${sheet.department.id}-${sheet.quarter}.xlsx`, new Uint8Array(bytes), xlsxType);
  };
  const take = async (file: File | null): Promise<void> => {
    if (file === null) return;
    setTaken(undefined);
    const { readings, errors } = await readFilled(file, sheet, f.locale);
    setFaults(errors);
    if (readings === undefined) return;
    for (const { kpi, actual, notMeasured, note, reasons, exceptions } of readings) {
      const unit = sheet.rows.find((row) => row.kpi.id === kpi)?.kpi.unit;
      if (unit === undefined) continue;
      draft.change(kpi, {
        text: actual === undefined ? '' : textOf(actual, unit, f.locale),
        measured: notMeasured === undefined,
        because: notMeasured ?? '',
        note: note ?? '',
        ...(reasons === undefined
          ? {}
          : {
              reasons: reasons.map(({ theme, count, quote = '' }) => ({
                theme,
                count: String(count),
                quote,
              })),
            }),
        ...(exceptions === undefined ? {} : { exceptions: String(exceptions) }),
      });
    }
    setTaken(readings.length);
  };
  return (
    <>
      <div className="spreadsheet">
        <span className="quiet">{words.spreadsheet}</span>
        <Button size="compact-sm" variant="default" onClick={() => void give()}>
          {words.template}
        </Button>
        <FileButton accept=".xlsx" onChange={(file) => void take(file)}>
          {(props) => (
            <Button {...props} size="compact-sm" variant="default">
              {words.fill}
            </Button>
          )}
        </FileButton>
        <span role="status">{taken === undefined ? '' : f.say(words.taken, { n: taken })}</span>
      </div>
      {faults.length > 0 && (
        <Notice now tone="fault" title={m.import.unusable}>
          <ul>
            {faults.slice(0, mostFaults).map(({ file, row, column, found, expected }) => (
              <li key={`${file} ${row} ${column} ${found}`}>
                {file}
                {row > 0 && `, ${f.say(m.import.row, { row: String(row) })}`}
                {column !== '' && `, ${column}`}: {f.say(m.form.fault, { found, expected })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
};
