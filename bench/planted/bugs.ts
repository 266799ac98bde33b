// Twenty bugs of the kind that a tired person makes, each one edit: what the tests are worth is how many they catch.

/** One edit, and the tests that must fail by it. `find` stands once in the file. */
export interface PlantedBug {
  readonly name: string;
  readonly file: string;
  readonly find: string;
  readonly replace: string;
  readonly tests: readonly string[];
}

export const plantedBugs: readonly PlantedBug[] = [
  {
    name: 'findings of all organisations share one partition',
    file: 'shared/table/keys.ts',
    find: '  findings: (org: OrgId): string =>',
    replace: "  findings: (org: OrgId): string => org.length < 99 ? 'acme|finding' :",
    tests: ['test/table/keys.test.ts', 'test/simulation/simulation.test.ts'],
  },
  {
    name: 'a definition is stored without looking at its version',
    file: 'shared/table/definitions.ts',
    find: 'put: putOver(table, item, expected, stale ?? staleVersion(kind, id, expected)), audit };',
    replace: 'put: { step: { Put: { TableName: table.name, Item: item } } }, audit };',
    tests: [
      'test/table/definitions.test.ts',
      'test/functions/idempotency.test.ts',
      'test/table/model.test.ts',
    ],
  },
  {
    name: 'a mail is moved from any state, so that a claim holds nobody off',
    file: 'shared/table/outbox.ts',
    find: 'ConditionExpression: `#state IN (',
    replace: 'ConditionExpression: `#state <> :to OR #state IN (',
    tests: ['test/table/outbox.test.ts', 'test/flows/mails.test.ts'],
  },
  {
    name: 'a cursor is taken whatever list it is of',
    file: 'shared/table/cursor.ts',
    find: '  if (!fits) throw refused(cursor);',
    replace: '  if (!fits && names.length === 0) throw refused(cursor);',
    tests: ['test/table/cursor.test.ts', 'test/functions/isolation.test.ts'],
  },
  {
    name: 'a cursor says which partition it is of',
    file: 'shared/table/cursor.ts',
    find: [
      'Object.keys(place.data).length === names.length &&',
      "    names.every((name) => place.data[name]?.startsWith(begins[name] ?? ''));",
      '  if (!fits) throw refused(cursor);',
      '  return { ...place.data, ...partition };',
    ].join('\n'),
    replace: [
      "names.every((name) => place.data[name]?.startsWith(begins[name] ?? ''));",
      '  if (!fits) throw refused(cursor);',
      '  return { ...partition, ...place.data };',
    ].join('\n'),
    tests: ['test/table/cursor.test.ts', 'test/functions/isolation.test.ts'],
  },
  {
    name: 'an ID token is an access token',
    file: 'shared/runtime/claims.ts',
    find: "  if (claims['token_use'] !== 'access')",
    replace: "  if (claims['token_use'] === undefined)",
    tests: ['test/functions/sign-in.test.ts'],
  },
  {
    name: 'of two organisations in a token the first is taken',
    file: 'shared/runtime/claims.ts',
    find: '  if (others.length > 0) throw',
    replace: '  if (others.length > 1) throw',
    tests: ['test/functions/sign-in.test.ts'],
  },
  {
    name: 'who has left still gets in',
    file: 'shared/runtime/caller.ts',
    find: "  if (member.status !== 'active') throw",
    replace: "  if (member.status !== 'active' && route.method !== 'GET') throw",
    tests: ['test/functions/sign-in.test.ts'],
  },
  {
    name: 'a deputy writes for ever',
    file: 'shared/runtime/member-call.ts',
    find: '    return writesFor(member, department, dayOf(now, timeZone));',
    replace: '    return writesFor(member, department, always) || dayOf(now, timeZone) === always;',
    tests: ['test/functions/sign-in.test.ts'],
  },
  {
    name: 'an Idempotency-Key answers any request',
    file: 'shared/table/commit.ts',
    find: '  if (answer.hash === writing.request.hash) return answer;',
    replace: '  if (answer.hash !== undefined) return answer;',
    tests: ['test/table/idempotency.test.ts', 'test/functions/idempotency.test.ts'],
  },
  {
    name: 'a submission looks at no gate',
    file: 'shared/table/submissions.ts',
    find: '    submission.history ? notEvaluated(table, org) : notSealed(table, org, submission.quarter),',
    replace: '    ...(submission.history ? [notEvaluated(table, org)] : []),',
    tests: ['test/table/submissions.test.ts', 'test/functions/decisions-story.test.ts'],
  },
  {
    name: 'HEAD moves from wherever it is',
    file: 'shared/table/evaluation.ts',
    find: [
      'putOver(',
      '    table,',
      "    { ...keys.head(org), type: 'head', schema: 1, version: head.version, ...content(head) },",
      '    head.version - 1,',
      '    () => new Overtaken(),',
      '  );',
    ].join('\n'),
    replace: [
      '({',
      '    step: {',
      '      Put: {',
      '        TableName: table.name,',
      "        Item: { ...keys.head(org), type: 'head', version: head.version, ...content(head) },",
      '      },',
      '    },',
      '  });',
    ].join('\n'),
    tests: [
      'test/table/evaluation.test.ts',
      'test/flows/evaluate.test.ts',
      'test/simulation/simulation.test.ts',
    ],
  },
  {
    name: 'an executive who asks for a waiver approves it',
    file: 'shared/domain/waiver.ts',
    find: "  if (asked.by === member) return 'asker';",
    replace: "  if (asked.by === member && !executive) return 'asker';",
    tests: ['test/domain/waiver.test.ts', 'test/functions/waivers.test.ts'],
  },
  {
    name: 'a waiver ends a day early',
    file: 'shared/domain/waiver.ts',
    find: "state === 'approved' && today <= until);",
    replace: "state === 'approved' && today < until);",
    tests: ['test/domain/waiver.test.ts'],
  },
  {
    name: 'a chain of the audit may lose its middle',
    file: 'shared/domain/audit.ts',
    find: '    if (entry.previous !== previous || !payloadHolds ||',
    replace: '    if (!payloadHolds ||',
    tests: ['test/domain/audit.test.ts', 'test/functions/verify.test.ts'],
  },
  {
    name: 'a payload of the audit is not held against its hash',
    file: 'shared/domain/audit.ts',
    find: '|| contentHash(entry.payload) === entry.payloadHash;',
    replace: '|| entry.payloadHash.length === contentHash(entry.payload).length;',
    tests: ['test/domain/audit.test.ts', 'test/functions/verify.test.ts'],
  },
  {
    name: 'a link that stops mail needs no signature',
    file: 'shared/domain/unsubscribe-token.ts',
    find: '  return differs === 0;',
    replace: '  return differs >= 0;',
    tests: ['test/functions/preferences.test.ts'],
  },
  {
    name: 'a cell of CSV may be a formula',
    file: 'shared/exchange/csv.ts',
    find: "const formulaStart = '[=+\\\\-@\\\\t\\\\r\\\\n＝＋－＠]';",
    replace: "const formulaStart = '[+\\\\-@\\\\t\\\\r\\\\n＝＋－＠]';",
    tests: ['test/exchange/csv.test.ts'],
  },
  {
    name: 'log lines hold addresses',
    file: 'shared/runtime/logger.ts',
    find: ", '<address>');",
    replace: ", '$&');",
    tests: ['test/runtime/logger.test.ts', 'test/functions/sign-in.test.ts'],
  },
  {
    name: 'an older build’s write drops what a newer one wrote',
    file: 'shared/table/known-fields.ts',
    find: '  const unknown = Object.entries(stored).filter(([key]) => !(key in read) && !(key in next));',
    replace: '  const unknown = Object.entries(stored).filter(([key]) => key in read && !(key in next));',
    tests: ['test/table/known-fields.test.ts', 'test/flows/renewal.test.ts'],
  },
];
