// The waivers that wait for an answer, and who may give it: so that a digest asks those people, and nobody else.
import type { Member } from '../domain/member.ts';
import type { OrgId } from '../domain/slug.ts';
import { approvalObstacle, lastWaiver } from '../domain/waiver.ts';
import type { AskedWaiver } from '../mail/asks.ts';
import type { FindingLine } from '../report/finding-line.ts';
import { readFindings } from '../table/findings.ts';
import type { Table } from '../table/table.ts';
import { owningDepartments } from './waive.ts';

/** How many waivers are looked at; more than that wait on the page. */
const most = 50;

/** The waivers that were asked for, each with the members who may decide on it. `leaders` lead what they lead today. */
export const askedWaivers = async (
  table: Table,
  org: OrgId,
  lines: readonly FindingLine[],
  leaders: readonly Member[],
): Promise<AskedWaiver[]> => {
  const waiting = lines.filter(({ waiver }) => waiver?.state === 'asked').slice(0, most);
  const findings = new Map(
    (
      await readFindings(
        table,
        org,
        waiting.map(({ fingerprint }) => fingerprint),
      )
    ).map(({ finding }) => [finding.fingerprint, finding]),
  );
  const asked: AskedWaiver[] = [];
  for (const line of waiting) {
    const finding = findings.get(line.fingerprint);
    const waiver = finding === undefined ? undefined : lastWaiver(finding.life);
    if (finding === undefined || waiver?.state !== 'asked') continue;
    const owning = await owningDepartments(table, org, finding.condition);
    const deciders = leaders.filter(
      ({ id, roles, heads }) =>
        approvalObstacle(waiver, {
          member: id,
          executive: roles.includes('executive'),
          departments: heads,
          owning,
        }) === undefined,
    );
    asked.push({ line, deciders: new Set(deciders.map(({ id }) => id)) });
  }
  return asked;
};
