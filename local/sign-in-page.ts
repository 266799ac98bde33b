/** The page of the local provider: a list of people instead of a password. */
import { type Html, html, htmlPage } from './html.ts';
import type { Person } from './people.ts';

/** The page; each person is a link that goes on with the sign-in that `query` began. */
export function signInPage(people: readonly Person[], query: URLSearchParams): string {
  const organisations = Map.groupBy(people, ({ organisationName }) => organisationName);
  const lists = [...organisations].map(
    ([name, members]) => html`<h2>${name}</h2><ul>${members.map((person) => oneOf(person, query))}</ul>`,
  );
  const nobody = html`<p>There is nobody yet: an operator makes an organisation and its first analyst.</p>`;
  return htmlPage(
    'Sign in',
    html`<h1>Sign in as one of ${people.length} people</h1>
<p>This is the local stack: there are no passwords, and what you do stays on this machine.</p>
${people.length === 0 ? nobody : lists}`,
  );
}

function oneOf({ organisation, member }: Person, query: URLSearchParams): Html {
  const chosen = new URLSearchParams(query);
  chosen.set('organisation', organisation);
  chosen.set('member', member.id);
  const departments = [
    ...member.heads.map((department) => `heads ${department}`),
    ...member.deputyOf.map(
      ({ department, until }) => `stands in for the head of ${department} until ${until}`,
    ),
  ];
  const roles = member.roles.map((role) => role.replace('-', ' '));
  return html`<li><a href="authorize?${chosen.toString()}"><strong>${member.name}</strong><small>${[...roles, ...departments].join(' · ')}</small></a></li>`;
}
