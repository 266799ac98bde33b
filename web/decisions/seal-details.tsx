// What stands behind a seal: every sealed revision with its whole digest and its text, and beside it what the report
// says differently by now.
import { Button, Table } from '@mantine/core';
import { useState } from 'react';
import type { Difference, SealView } from '../../shared/api/schemas/seal.ts';
import { useNames } from '../data/names.ts';
import { SideDialog } from '../parts/dialog.tsx';
import { download } from '../parts/download.ts';
import { ErrorState } from '../parts/error-state.tsx';
import { Notice } from '../parts/notice.tsx';
import { ScrollTable } from '../parts/scroll-table.tsx';
import { useCall, useSession, useWords } from '../session/session.tsx';
import { ReopenForm } from './reopen-form.tsx';
import '../findings/findings.css';
import './seal.css';

const submissionText = /^(\S+)(?: (\d+))?$/;

/** Hands out a sealed text to the byte. */
const downloadSealed = (quarter: string, revision: number, canonical: string): void =>
  download(`${quarter}-revision-${revision}.sealed.json`, canonical, 'application/json');

const Later = ({ later }: { later: readonly Difference[] }) => {
  const { m, f } = useWords();
  const names = useNames();
  const words = m.decide.seal;
  const shown = (what: Difference['what'], value: string): string => {
    if (value === '') return words.nothing;
    const [, state = '', version] = (what === 'submission' && submissionText.exec(value)) || [];
    const word = m.submission[state as keyof typeof m.submission];
    if (word === undefined) return value;
    return version === undefined ? word : f.say(words.version, { state: word, n: version });
  };
  return (
    <ScrollTable caption={words.later} head={[words.what, words.was, words.is]}>
      {later.map(({ what, id, was, is }) => (
        <Table.Tr key={`${what} ${id}`}>
          <Table.Td>{f.say(words.differs[what], { name: names.department(id) })}</Table.Td>
          <Table.Td>{shown(what, was)}</Table.Td>
          <Table.Td>{shown(what, is)}</Table.Td>
        </Table.Tr>
      ))}
    </ScrollTable>
  );
};

const Revisions = ({ seal }: { seal: SealView }) => {
  const { m, f } = useWords();
  const names = useNames();
  const call = useCall();
  const [error, setError] = useState<Error>();
  const words = m.decide.seal;
  const { quarter } = seal;
  const take = async (revision: number): Promise<void> => {
    setError(undefined);
    try {
      const { canonical } = await call('getSeal', { params: { quarter }, query: { revision } });
      if (canonical !== undefined) downloadSealed(quarter, revision, canonical);
    } catch (failure) {
      setError(failure instanceof Error ? failure : new Error(String(failure)));
    }
  };
  return (
    <>
      <ol className="history">
        {seal.revisions.toReversed().map(({ revision, digest, sealed, reason }) => (
          <li key={revision}>
            <strong>
              {f.say(words.revisionLine, {
                n: revision,
                by: names.member(sealed.by),
                at: f.instant(sealed.at),
              })}
            </strong>
            {reason !== undefined && <p>{f.say(words.revisionReason, { reason })}</p>}
            <code className="digest">{digest}</code>
            <div>
              <Button size="compact-sm" variant="default" onClick={() => void take(revision)}>
                {f.say(words.downloadRevision, { n: revision })}
              </Button>
            </div>
          </li>
        ))}
      </ol>
      {error !== undefined && <ErrorState error={error} />}
    </>
  );
};

/** The seal's details at the side of the report. */
export const SealDetails = ({
  seal,
  opened,
  onClose,
}: {
  readonly seal: SealView;
  readonly opened: boolean;
  readonly onClose: () => void;
}) => {
  const { m, f, me } = useSession();
  const names = useNames();
  const words = m.decide.seal;
  const { reopened, later, state } = seal;
  const executive = me.member.roles.includes('executive');
  return (
    <SideDialog
      opened={opened}
      onClose={onClose}
      title={f.say(words.about, { quarter: f.quarter(seal.quarter) })}
      closeLabel={words.close}
    >
      <div className="seal-details">
        <p>{words.aboutWhat}</p>
        {state === 'reopened' && reopened !== undefined && (
          <Notice tone="care" title={words.reopenedTitle}>
            <p>{f.say(words.reopened, { by: names.member(reopened.by), at: f.instant(reopened.at) })}</p>
            <blockquote>{reopened.reason}</blockquote>
          </Notice>
        )}
        <h3>{words.later}</h3>
        {later.length === 0 ? <p>{words.unchanged}</p> : <Later later={later} />}
        <h3>{words.revisions}</h3>
        <Revisions seal={seal} />
        {executive && state === 'sealed' && <ReopenForm seal={seal} />}
      </div>
    </SideDialog>
  );
};
