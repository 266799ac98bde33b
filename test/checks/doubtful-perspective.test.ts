import { doubtfulPerspective, examples } from '../../shared/checks/doubtful-perspective.ts';
import { describeCheck } from './table.ts';

const journeys = [
  {
    id: 'j',
    events: [
      { id: 'a', name: 'A', seenBy: 'inside' },
      { id: 'b', name: 'B', seenBy: 'inside' },
      { id: 'c', name: 'C', seenBy: 'customer' },
      { id: 'd', name: 'D', seenBy: 'customer' },
    ],
  },
];
const clock = (from: string, to: string) => ({ journey: 'j', from, to });
const reading = (perspective: string, confidence = 0.9, reasons = ['“queue” is what customers wait in']) => ({
  perspective,
  confidence,
  reasons,
});
const kpi = (facts: Record<string, unknown>) => ({ journeys, kpis: [{ id: 'k', name: 'Queue', ...facts }] });
const subject = ['k'];

describeCheck(doubtfulPerspective, examples, {
  other: [
    {
      title: 'nobody has read its wording yet',
      strategy: kpi({}),
      subject,
      verdict: 'not-applicable',
      says: 'not read yet',
    },
    {
      title: 'the reader cannot tell',
      strategy: kpi({ perspectiveReading: reading('cannot-tell', 0) }),
      subject,
      verdict: 'cannot-tell',
      says: 'who experiences',
    },
    {
      title: 'it reads as declared',
      strategy: kpi({ perspectiveReading: reading('internal-efficiency') }),
      subject,
      verdict: 'pass',
    },
    {
      title: 'the reader is not sure enough',
      strategy: kpi({ perspectiveReading: reading('customer-facing', 0.79) }),
      subject,
      verdict: 'pass',
    },
    {
      title: 'the policy asks for more confidence',
      strategy: kpi({ perspectiveReading: reading('customer-facing', 0.9) }),
      policy: { doubtfulConfidence: 0.95 },
      subject,
      verdict: 'pass',
    },
    {
      title: 'a person has confirmed it',
      strategy: kpi({ perspectiveReading: reading('customer-facing'), perspectiveConfirmed: true }),
      subject,
      verdict: 'pass',
      says: 'confirmed by a person',
    },
    {
      title: 'a clock of two customer events is customer-facing, whatever the words say',
      strategy: kpi({
        perspective: 'customer-facing',
        clock: clock('c', 'd'),
        perspectiveReading: reading('financial'),
      }),
      subject,
      verdict: 'pass',
    },
    {
      title: 'a clock with one end inside and one outside leaves the words to decide',
      strategy: kpi({ clock: clock('a', 'd'), perspectiveReading: reading('internal-efficiency') }),
      subject,
      verdict: 'pass',
    },
    {
      title: 'a clock on events that the journey does not have decides nothing',
      strategy: kpi({ clock: clock('a', 'lost') }),
      subject,
      verdict: 'not-applicable',
    },
  ],
  fail: [
    {
      title: 'its words say another perspective, at the very confidence asked for',
      strategy: kpi({ perspectiveReading: reading('customer-facing', 0.8) }),
      subject,
      level: 'note',
      message: 'doubtful',
      rows: [['internal-efficiency', 'customer-facing', 0.8, '“queue” is what customers wait in']],
      says: '“Queue” is declared internal-efficiency, but reads as customer-facing (80% sure)',
    },
    {
      title: 'declared customer-facing, while its clock runs inside',
      strategy: kpi({ perspective: 'customer-facing', clock: clock('a', 'b') }),
      subject,
      level: 'warning',
      message: 'doubtful',
      related: ['j'],
      says: 'only people inside see',
    },
    {
      title: 'declared financial, while its clock runs inside',
      strategy: kpi({ perspective: 'financial', clock: clock('a', 'b') }),
      subject,
      level: 'note',
      message: 'doubtful',
    },
    {
      title: 'declared internal, while the customer sees both ends',
      strategy: kpi({ clock: clock('c', 'd') }),
      subject,
      level: 'note',
      message: 'doubtful',
    },
  ],
});
