// What the board takes along: the pack as PDF, made by the service, and the report as a spreadsheet with real numbers,
// made here.
import { Button, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { BoardReport } from '../../shared/report/board-report.ts';
import { useNames } from '../data/names.ts';
import { Notice } from '../parts/notice.tsx';
import { useCall, useWords } from '../session/session.tsx';
import { saveFile } from './save-file.ts';

/** Buttons for the pack and the spreadsheet. */
export const Downloads = ({ report }: { report: BoardReport }) => {
  const { m, f } = useWords();
  const call = useCall();
  const names = useNames();
  const { quarter } = report;
  const pack = useMutation({
    mutationFn: async () =>
      saveFile(await call('getBoardPack', { params: { quarter } }), `board-pack-${quarter}.pdf`),
  });
  const sheet = useMutation({
    mutationFn: async () => {
      const [{ reportWorkbook }, { items: commentary }, since] = await Promise.all([
        import('./report-workbook.ts'),
        call('listCommentary', { params: { quarter } }),
        call('getSince', { params: { quarter } }),
      ]);
      const beside = { memberName: names.member, departmentName: names.department, commentary, since };
      saveFile(await reportWorkbook(report, m, f, beside), `board-report-${quarter}.xlsx`);
    },
  });
  return (
    <>
      <Group className="downloads" gap="xs" role="group" aria-label={m.board.download}>
        <Button size="sm" variant="default" loading={pack.isPending} onClick={() => pack.mutate()}>
          {m.board.pack}
        </Button>
        <Button size="sm" variant="default" loading={sheet.isPending} onClick={() => sheet.mutate()}>
          {m.board.sheet}
        </Button>
      </Group>
      {pack.isError && (
        <Notice now tone="fault" title={m.board.packFailed}>
          <span lang="en">{pack.error.message}</span>
        </Notice>
      )}
      {sheet.isError && (
        <Notice now tone="fault" title={m.board.sheetFailed}>
          <span lang="en">{sheet.error.message}</span>
        </Notice>
      )}
    </>
  );
};
