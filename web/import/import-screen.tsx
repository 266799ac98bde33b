// The import: drop, see what it means, see what would change, confirm once. Nothing is written before.
import { Button, Group, NativeSelect, Paper, Progress } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { ImportView } from '../../shared/api/operations.ts';
import { type FileLocale, fileLocales } from '../../shared/exchange/form.ts';
import type { OwnChoices } from '../../shared/exchange/own-sheet.ts';
import type { RowError } from '../../shared/exchange/rows.ts';
import { useWrite } from '../data/answers.ts';
import { fileLocaleOf } from '../format/file-locale.ts';
import { Screen } from '../frame/screen.tsx';
import { ErrorState } from '../parts/error-state.tsx';
import { Loading } from '../parts/loading.tsx';
import { Notice } from '../parts/notice.tsx';
import { useSession } from '../session/session.tsx';
import { Changes } from './changes.tsx';
import { ExportPanel } from './export-panel.tsx';
import { LastImports } from './last-imports.tsx';
import { isReady, isTaken, type Matched, matchedTable, tableToSend } from './matching.ts';
import { Mistakes } from './mistakes.tsx';
import { inOwnSheets } from './own-faults.ts';
import { OwnSuggestions } from './own-suggestions.tsx';
import { readFiles } from './read-files.ts';
import { TablesRead } from './tables-read.tsx';
import { noChoices, useOwnSheets } from './use-own-sheets.ts';
import '@mantine/dropzone/styles.css';
import '../form/form.css';
import './import.css';

interface Taken {
  readonly file: string;
  readonly matched: readonly Matched[];
}

const oneWorkbookOrCsv = (files: readonly File[]): boolean => {
  const workbooks = files.filter(({ name }) => /\.xlsx$/i.test(name)).length;
  return files.length > 0 && (workbooks === 0 || (workbooks === 1 && files.length === 1));
};

const Unusable = ({ errors }: { errors: readonly RowError[] }) => {
  const { m, f } = useSession();
  return (
    <Notice now tone="fault" title={m.import.unusable}>
      <ul>
        {errors.slice(0, 20).map(({ file, row, column, found, expected }) => (
          <li key={`${file} ${row} ${column} ${found}`}>
            {file}
            {row > 0 && `, ${f.say(m.import.row, { row: String(row) })}`}
            {column !== '' && `, ${column}`}: {f.say(m.form.fault, { found, expected })}
          </li>
        ))}
      </ul>
    </Notice>
  );
};

const headingOf = (taken: Taken | undefined, answer: ImportView | undefined) => {
  if (taken === undefined) return { text: 'start' as const, n: 0 };
  if (answer === undefined) return { text: 'read' as const, n: taken.matched.length };
  if (answer.state === 'invalid') return { text: 'invalid' as const, n: answer.errorCount };
  const n = answer.created + answer.changed;
  return { text: n === 0 ? ('nothing' as const) : ('checked' as const), n };
};

const noTables: readonly Matched[] = [];

const Importing = () => {
  const { m, f, me } = useSession();
  const navigate = useNavigate();
  const [locale, setLocale] = useState<FileLocale>(fileLocaleOf(f.locale));
  const [taken, setTaken] = useState<Taken>();
  const [unusable, setUnusable] = useState<readonly RowError[]>([]);
  const [reading, setReading] = useState(false);
  const [choices, setChoices] = useState<OwnChoices>(noChoices);
  const [faults, setFaults] = useState<readonly RowError[]>([]);
  const own = useOwnSheets(taken?.matched ?? noTables, choices, locale);
  const check = useWrite('importTables', []);
  const apply = useWrite('importTables', ['listImports']);
  const answer = check.data;

  const take = async (files: readonly File[]): Promise<void> => {
    check.reset();
    apply.reset();
    setTaken(undefined);
    setChoices(noChoices);
    setUnusable([]);
    const file = files.map(({ name }) => name).join(', ');
    if (!oneWorkbookOrCsv(files)) {
      const expected = f.say(m.import.notOne, { found: file });
      setUnusable([{ file, row: 0, column: '', found: file, expected }]);
      return;
    }
    setReading(true);
    const read = await readFiles(files, locale);
    setReading(false);
    if ('tables' in read) {
      const matched = read.tables.map((table) => matchedTable(table, me.calendar.reportingQuarter));
      setTaken({ file: file.slice(0, 200), matched });
    } else if ('errors' in read) setUnusable(read.errors);
    else setUnusable([{ file, row: 0, column: '', found: read.failure, expected: m.import.dropHelp }]);
  };
  const bodyOf = ({ file, matched }: Taken, applied: boolean) => ({
    body: {
      tables: [
        ...matched.filter(({ table }) => table !== undefined).map(tableToSend),
        ...(own.result?.tables ?? []).map(({ name, header, rows }) => ({
          name,
          header: [...header],
          rows: rows.map((row) => [...row]),
          firstRow: 2,
        })),
      ],
      locale,
      file,
      apply: applied,
    },
  });
  const look = (): void => {
    if (taken === undefined) return;
    const { result } = own;
    check.mutate(bodyOf(taken, false), {
      onSuccess: ({ errors }) =>
        setFaults(result === undefined ? errors : inOwnSheets(errors, result, taken.matched)),
    });
  };
  const confirm = (): void => {
    if (taken === undefined || apply.isPending) return;
    apply.mutate(bodyOf(taken, true), {
      onSuccess: ({ id }) => {
        if (id !== undefined) void navigate(`/import/${id}`);
      },
    });
  };
  const change = (matched: readonly Matched[]): void => {
    setUnusable([]);
    setTaken(taken && { ...taken, matched });
  };
  const { text, n } = headingOf(taken, answer);
  const asksOwn = taken?.matched.some((one) => one.own !== undefined) === true;
  const ready =
    taken?.matched.every(isReady) === true &&
    taken.matched.some(isTaken) &&
    (!asksOwn || (own.result?.tables.length ?? 0) > 0);
  const isReading = asksOwn && taken?.matched.every(isReady) === true && own.result === undefined;
  return (
    <Screen
      title={m.import.title}
      kicker={taken === undefined ? m.import.title : `${m.import.title} · ${taken.file}`}
      heading={f.say(m.import.headings[text], { n })}
    >
      {taken === undefined && <p>{m.import.why}</p>}
      {taken === undefined && (
        <Paper component="section" className="panel" aria-label={m.import.title}>
          <Dropzone
            className="dropzone"
            loading={reading}
            useFsAccessApi={false}
            maxSize={50_000_000}
            inputProps={{ 'aria-label': m.import.drop }}
            onDrop={(files) => void take(files)}
            onReject={(files) => void take(files.map(({ file }) => file))}
          >
            <strong>{m.import.drop}</strong>
            <p className="quiet">{m.import.dropHelp}</p>
          </Dropzone>
          <NativeSelect
            maw={320}
            label={m.import.locale}
            value={locale}
            data={fileLocales.map((value) => ({ value, label: m.import.locales[value] }))}
            onChange={({ currentTarget: { value } }) =>
              setLocale(fileLocales.find((one) => one === value) ?? 'en')
            }
          />
          {reading && <p role="status">{m.import.reading}</p>}
        </Paper>
      )}
      {unusable.length > 0 && <Unusable errors={unusable} />}
      {taken !== undefined && answer?.state === 'invalid' && (
        <Mistakes
          answer={{ ...answer, errors: [...faults] }}
          matched={taken.matched}
          locale={locale}
          onChange={change}
          onBad={setUnusable}
        />
      )}
      {taken !== undefined && answer?.state !== 'checked' && (
        <TablesRead matched={taken.matched} onChange={change} />
      )}
      {own.failure !== undefined && <Notice tone="fault">{own.failure}</Notice>}
      {taken !== undefined && own.result !== undefined && answer?.state !== 'checked' && (
        <OwnSuggestions result={own.result} choices={choices} onChange={setChoices} />
      )}
      {(reading || isReading || check.isPending) && (
        <Progress
          size="lg"
          animated
          value={100}
          aria-label={check.isPending ? m.import.checking : reading ? m.import.reading : m.import.own.reading}
        />
      )}
      {answer?.state === 'checked' && <Changes title={m.import.changes} changed={answer} />}
      {check.isPending && <Loading />}
      {check.error !== null && <ErrorState error={check.error} />}
      {apply.error !== null && <ErrorState error={apply.error} onRetry={confirm} />}
      {taken !== undefined && (
        <Group className="form-actions">
          {answer?.state === 'checked' && n > 0 && (
            <Button disabled={apply.isPending} onClick={confirm}>
              {apply.isPending ? m.import.confirming : f.say(m.import.confirm, { n })}
            </Button>
          )}
          {answer?.state !== 'checked' && (
            <Button disabled={!ready || check.isPending} onClick={look}>
              {check.isPending ? m.import.checking : answer === undefined ? m.import.check : m.import.again}
            </Button>
          )}
          {answer?.state === 'checked' && (
            <Button variant="default" onClick={() => check.reset()}>
              {m.import.back}
            </Button>
          )}
          <Button
            variant="default"
            onClick={() => {
              check.reset();
              setTaken(undefined);
            }}
          >
            {m.import.other}
          </Button>
        </Group>
      )}
      {taken === undefined && (
        <>
          <ExportPanel />
          <LastImports />
        </>
      )}
    </Screen>
  );
};

/** The import, for those who may; everybody else takes out or reads what was imported. */
export const ImportScreen = () => {
  const { m, me, headed } = useSession();
  if (me.member.roles.includes('analyst') || headed.length > 0) return <Importing />;
  return (
    <Screen title={m.import.title} kicker={m.import.title} heading={m.import.headings.read0}>
      <p className="quiet">{m.import.forbidden}</p>
      <ExportPanel />
      <LastImports />
    </Screen>
  );
};
