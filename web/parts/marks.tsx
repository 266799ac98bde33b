// Levels, statuses and states as a word with a mark: form and word carry the meaning, colour only helps.
import type { ReactElement, ReactNode } from 'react';
import type { FindingState, Level } from '../../shared/domain/finding-levels.ts';
import type { Status } from '../../shared/domain/status.ts';
import { useWords } from '../session/session.tsx';

export type Tone = 'well' | 'care' | 'fault' | 'quiet';

const drawings = {
  filledDiamond: <path d="M8 1l7 7-7 7-7-7z" fill="currentColor" />,
  triangle: (
    <path d="M8 2.2L14.6 14H1.4z" fill="none" stroke="currentColor" strokeWidth="2" strokeLinejoin="round" />
  ),
  ring: <circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" strokeWidth="2" />,
  dashedRing: (
    <circle
      cx="8"
      cy="8"
      r="5.5"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeDasharray="2.4 2.4"
    />
  ),
  check: <path d="M2.5 8.5l3.5 4 7.5-9" fill="none" stroke="currentColor" strokeWidth="2.4" />,
  wave: (
    <path
      d="M1.5 6.2c3-3 5 2 8 0s3.5-1 5-2M1.5 11.4c3-3 5 2 8 0s3.5-1 5-2"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
    />
  ),
  rising: <path d="M2 13L13 3M6 3h7v7" fill="none" stroke="currentColor" strokeWidth="2.4" />,
  falling: <path d="M2 3l11 10M6 13h7V6" fill="none" stroke="currentColor" strokeWidth="2.4" />,
  level: <path d="M1.5 8h12M9.5 3.5L14 8l-4.5 4.5" fill="none" stroke="currentColor" strokeWidth="2.4" />,
  cross: <path d="M3 3l10 10M13 3L3 13" fill="none" stroke="currentColor" strokeWidth="2.4" />,
} as const;

/** A word with its mark. */
export const Mark = ({
  tone,
  drawing,
  children,
}: {
  tone: Tone;
  drawing: keyof typeof drawings;
  children: ReactNode;
}) => (
  <span className={`mark mark-${tone}`}>
    <svg aria-hidden="true" width="14" height="14" viewBox="0 0 16 16">
      {drawings[drawing]}
    </svg>
    <span>{children}</span>
  </span>
);

/** Tone and drawing of each level. */
export const levelLook: Readonly<Record<Level, readonly [Tone, keyof typeof drawings]>> = {
  error: ['fault', 'filledDiamond'],
  warning: ['care', 'triangle'],
  note: ['quiet', 'ring'],
};
const byStatus: Readonly<Record<Status, readonly [Tone, keyof typeof drawings]>> = {
  'on-target': ['well', 'check'],
  'near-target': ['care', 'wave'],
  'off-target': ['fault', 'cross'],
  'no-target': ['quiet', 'ring'],
  'no-reading': ['quiet', 'dashedRing'],
};
const bySubmission = {
  accepted: ['well', 'check'],
  submitted: ['well', 'ring'],
  returned: ['care', 'triangle'],
  missing: ['fault', 'cross'],
  'not-due': ['quiet', 'dashedRing'],
} as const;
/** Where a department's submission of a quarter stands, as reports say it. */
export type SubmissionStanding = keyof typeof bySubmission;

export const LevelMark = ({ level }: { level: Level }): ReactElement => {
  const { m } = useWords();
  const [tone, drawing] = levelLook[level];
  return (
    <Mark tone={tone} drawing={drawing}>
      {m.level[level]}
    </Mark>
  );
};

export const StatusMark = ({ status }: { status: Status }): ReactElement => {
  const { m } = useWords();
  const [tone, drawing] = byStatus[status];
  return (
    <Mark tone={tone} drawing={drawing}>
      {m.status[status]}
    </Mark>
  );
};

export const SubmissionMark = ({ standing }: { standing: SubmissionStanding }): ReactElement => {
  const { m } = useWords();
  const [tone, drawing] = bySubmission[standing];
  return (
    <Mark tone={tone} drawing={drawing}>
      {m.submission[standing]}
    </Mark>
  );
};

/** A finding's state as a word; an open one needs no ornament. */
export const StateWord = ({ state }: { state: FindingState }): ReactElement => {
  const { m } = useWords();
  return <span className={`state state-${state}`}>{m.state[state]}</span>;
};
