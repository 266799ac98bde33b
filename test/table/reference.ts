// What an organisation's part of the table must amount to, as simply as it can be said: lists and maps in memory, and
// what each kind of write does to them or is refused for.
import { canonicalJson } from '../../shared/domain/canonical.ts';
import type { Finding } from '../../shared/domain/finding.ts';
import type { Submission } from '../../shared/domain/submission.ts';

/** How a write ends: done, or the kind of its refusal. */
type End = 'done' | 'stale-version' | 'conflict' | 'quarter-closed';

/** An audit entry, as far as it is known beforehand. */
export interface Change {
  readonly action: string;
  readonly entity: string;
  readonly version: number;
  readonly by: string;
}
/** A request that was carried out. */
export interface Carried {
  readonly by: string;
  readonly key: string;
  readonly hash: string;
}

/** One organisation. */
export class Reference {
  readonly definitions = new Map<string, { readonly version: number; readonly entity: object }>();
  readonly submissions = new Map<string, Submission[]>();
  readonly sealed = new Set<string>();
  readonly logins = new Map<string, string>();
  readonly findings = new Map<string, { readonly version: number; readonly finding: Finding }>();
  readonly changes: Change[] = [];
  readonly carried: Carried[] = [];
  begun = false;

  #note(carried: Carried, action: string, entity: string, version: number): End {
    this.carried.push(carried);
    this.changes.push({ action, entity, version, by: carried.by });
    return 'done';
  }

  /** `expected` is the version that the writer has seen; 0 = none. */
  define(carried: Carried, kind: string, entity: { readonly id: string }, expected: number): End {
    const name = `${kind}|${entity.id}`;
    const version = this.definitions.get(name)?.version ?? 0;
    if (expected !== version) return 'stale-version';
    this.definitions.set(name, { version: version + 1, entity });
    return this.#note(carried, `${kind}.put`, `${kind} ${entity.id}`, version + 1);
  }

  versions({ department, quarter }: Pick<Submission, 'department' | 'quarter'>): Submission[] {
    const name = `${department}|${quarter}`;
    const list = this.submissions.get(name) ?? [];
    this.submissions.set(name, list);
    return list;
  }

  submit(carried: Carried, submission: Submission): End {
    const list = this.versions(submission);
    if (submission.version <= list.length) return 'stale-version';
    if (submission.history && this.begun) return 'conflict';
    if (!submission.history && this.sealed.has(submission.quarter)) return 'quarter-closed';
    list.push(submission);
    const { department, quarter, version, history } = submission;
    const action = history ? 'submission.history' : 'submission.submit';
    return this.#note(carried, action, `submission ${department}/${quarter}/${version}`, version);
  }

  /** `decided` is the version of that number as it becomes. */
  decide(carried: Carried, decided: Submission): End {
    const list = this.versions(decided);
    if (decided.version < list.length) return 'stale-version';
    if (this.sealed.has(decided.quarter)) return 'quarter-closed';
    list[decided.version - 1] = decided;
    const { department, quarter, version, state } = decided;
    const action = state === 'accepted' ? 'submission.accept' : 'submission.return';
    return this.#note(carried, action, `submission ${department}/${quarter}/${version}`, version);
  }

  link(subject: string, member: string): End {
    const owner = this.logins.get(subject);
    if (owner === undefined) {
      this.logins.set(subject, member);
      this.changes.push({ action: 'login.link', entity: `login ${subject}`, version: 1, by: 'operator' });
    }
    return owner === undefined || owner === member ? 'done' : 'conflict';
  }

  /** An evaluation leaves a finding like this; it writes nothing where nothing changes, and no audit entry ever. */
  judge(finding: Finding): void {
    const before = this.findings.get(finding.fingerprint);
    if (before !== undefined && canonicalJson(before.finding) === canonicalJson(finding)) return;
    this.findings.set(finding.fingerprint, { version: (before?.version ?? 0) + 1, finding });
  }

  acknowledge(carried: Carried, finding: Finding, expected: number): End {
    const version = this.findings.get(finding.fingerprint)?.version ?? 0;
    if (expected !== version) return 'stale-version';
    this.findings.set(finding.fingerprint, { version: version + 1, finding });
    return this.#note(carried, 'finding.acknowledge', `finding ${finding.fingerprint}`, version + 1);
  }
}
