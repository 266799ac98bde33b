/** The people that one may sign in as: every member of every organisation in the local table. */
import type { Member } from '../shared/domain/member.ts';
import type { OrgId } from '../shared/domain/slug.ts';
import { allOf, readDefinition } from '../shared/table/definitions.ts';
import { organisationsDue } from '../shared/table/organisations.ts';
import type { Table } from '../shared/table/table.ts';
import { BadRequest } from './answer.ts';

/** A member and where he or she belongs. */
export interface Person {
  readonly organisation: OrgId;
  readonly organisationName: string;
  readonly member: Member;
}

/** Everybody who is not removed, by organisation, then by name. */
export async function listPeople(table: Table): Promise<Person[]> {
  const people: Person[] = [];
  for (const { org } of await organisationsDue(table)) {
    const name = (await readDefinition(table, org, 'organisation', org))?.value.name ?? org;
    for (const member of await allOf(table, org, 'member')) {
      people.push({ organisation: org, organisationName: name, member });
    }
  }
  return people
    .filter(({ member }) => member.status === 'active')
    .sort(
      (a, b) => a.organisation.localeCompare(b.organisation) || a.member.name.localeCompare(b.member.name),
    );
}

/** The person with this member id; the organisation may be left out where the id names one person only. */
export async function findPerson(table: Table, member: string, organisation?: string): Promise<Person> {
  const fitting = (await listPeople(table)).filter(
    (person) =>
      person.member.id === member && (organisation === undefined || person.organisation === organisation),
  );
  const [found, ...others] = fitting;
  if (found === undefined) throw new BadRequest(`There is no member "${member}".`, 404);
  if (others.length > 0)
    throw new BadRequest(`Several organisations have a member "${member}": name the organisation.`);
  return found;
}
