// The link that stops mail works without signing in, so it carries a signature: who, in which organisation, and an
// HMAC of both under the organisation's own key. It does nothing else, and a stranger cannot make one.
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { slug } from './slug.ts';

/** Whom a token is about, and its signature: 64 hexadecimal digits. */
export interface TokenParts {
  readonly org: string;
  readonly member: string;
  readonly signature: string;
}

const signatureOf = ({ org, member }: Pick<TokenParts, 'org' | 'member'>, key: string): string =>
  bytesToHex(hmac(sha256, utf8ToBytes(key), utf8ToBytes(`unsubscribe|${org}|${member}`)));

/** The token of a member: `<organisation>.<member>.<signature>`. */
export const unsubscribeToken = (org: string, member: string, key: string): string =>
  `${org}.${member}.${signatureOf({ org, member }, key)}`;

/** What a token says, unproven; undefined where it is none. */
export const partsOfToken = (token: string): TokenParts | undefined => {
  const [org = '', member = '', signature = '', ...more] = token.split('.');
  const sound = more.length === 0 && slug.safeParse(org).success && slug.safeParse(member).success;
  return sound && /^[0-9a-f]{64}$/.test(signature) ? { org, member, signature } : undefined;
};

/** Whether a token was made with this key. Every digit is compared, so that time tells nothing. */
export const tokenHolds = (parts: TokenParts, key: string): boolean => {
  const right = signatureOf(parts, key);
  let differs = right.length ^ parts.signature.length;
  for (let i = 0; i < right.length; i++) differs |= right.charCodeAt(i) ^ parts.signature.charCodeAt(i);
  return differs === 0;
};
