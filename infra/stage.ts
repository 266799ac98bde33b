/**
 * What differs between the stages, read from CDK context. Without any context the result is a stage that can be
 * synthesised and deployed, keeps nothing for ever and mails nobody.
 */
import type { Node } from 'constructs';
import type { OptOut } from './opt-out.ts';

/** Mail to this address is accepted and goes nowhere: the mailbox simulator of SES. */
const NOWHERE = 'success@simulator.amazonses.com';
const PLACEHOLDER_SENDER = 'counterpart@example.com';
const ADDRESS = /^[^@\s]+@[^@\s]+\.[^@\s]+$/;

/** The settings of one stage. */
export interface Stage {
  readonly name: 'dev' | 'prod';
  /** Set where data may be thrown away with the stack; in prod it never is. */
  readonly disposable: OptOut | undefined;
  readonly mail: {
    /** Sender address of every mail. */
    readonly from: string;
    /** What SES verifies: a domain, or the sender address itself. */
    readonly identity: string;
    /** Address that receives every mail instead of its recipients; empty in prod. */
    readonly redirectTo: string;
  };
  /** Own domain of the page with its certificate (region us-east-1); undefined: the name that CloudFront gives. */
  readonly page: { readonly domain: string; readonly certificateArn: string } | undefined;
  /** Web ACL of scope CLOUDFRONT (region us-east-1) in front of page and API. */
  readonly webAclArn: string | undefined;
  /** Addresses, besides the page's own, to which a sign-in may return. */
  readonly callbackUrls: readonly string[];
  /** Topic that is told of alarms; undefined: they show in the console only. */
  readonly alarmTopicArn: string | undefined;
  /** Prefix of the sign-in domain; undefined: made from stage and account. */
  readonly signInPrefix: string | undefined;
}

/**
 * Reads the stage from the context keys stage, mailFrom, mailDomain, mailRedirectTo, pageDomain, certificateArn,
 * webAclArn, alarmTopicArn, callbackUrls (separated by commas) and signInPrefix.
 * Throws an Error that names the key, what was found and what was expected.
 */
export function readStage(node: Node): Stage {
  const text = (key: string) => readText(node, key);
  const name = readName(text('stage') ?? 'dev');
  const from = readAddress('mailFrom', text('mailFrom') ?? PLACEHOLDER_SENDER);
  return {
    name,
    disposable: name === 'prod' ? undefined : { because: `stage ${name} is for trying out` },
    mail: {
      from,
      identity: readIdentity(from, text('mailDomain')),
      redirectTo: readRedirect(name, text('mailRedirectTo')),
    },
    page: readPage(text('pageDomain'), text('certificateArn')),
    webAclArn: text('webAclArn'),
    alarmTopicArn: text('alarmTopicArn'),
    callbackUrls: readUrls(text('callbackUrls')),
    signInPrefix: text('signInPrefix'),
  };
}

function readText(node: Node, key: string): string | undefined {
  const found: unknown = node.tryGetContext(key);
  if (found === undefined || found === '') return undefined;
  if (typeof found !== 'string') throw contextError(key, JSON.stringify(found), 'text');
  return found;
}

function readName(found: string): Stage['name'] {
  if (found === 'dev' || found === 'prod') return found;
  throw contextError('stage', found, 'dev or prod');
}

function readAddress(key: string, found: string): string {
  if (ADDRESS.test(found)) return found;
  throw contextError(key, found, 'a mail address');
}

function readIdentity(from: string, domain: string | undefined): string {
  if (domain === undefined || from.endsWith(`@${domain}`)) return domain ?? from;
  throw contextError('mailDomain', domain, `the domain of mailFrom (${from})`);
}

function readRedirect(stage: Stage['name'], found: string | undefined): string {
  if (stage !== 'prod') return readAddress('mailRedirectTo', found ?? NOWHERE);
  if (found === undefined) return '';
  throw contextError('mailRedirectTo', found, 'nothing: in prod mail goes to its recipients');
}

function readPage(domain: string | undefined, certificateArn: string | undefined): Stage['page'] {
  if (domain !== undefined && certificateArn !== undefined) return { domain, certificateArn };
  if (domain === undefined && certificateArn === undefined) return undefined;
  const [given, missing] =
    domain === undefined ? ['certificateArn', 'pageDomain'] : ['pageDomain', 'certificateArn'];
  throw contextError(missing, 'nothing', `a value, because ${given} is given`);
}

function readUrls(found: string | undefined): string[] {
  const urls = (found ?? '').split(',').filter((url) => url !== '');
  const odd = urls.find((url) => !/^(https:\/\/|http:\/\/localhost(:|\/|$))/.test(url));
  if (odd !== undefined) throw contextError('callbackUrls', odd, 'https, or http on localhost');
  return urls;
}

function contextError(key: string, found: string, expected: string): Error {
  return new Error(`Context "${key}" is ${found}, expected ${expected}.`);
}
