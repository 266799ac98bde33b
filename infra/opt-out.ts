/**
 * Every construct has the safe setting as its default. Whoever gives a safeguard up says why, in a value that the
 * compiler asks for and that stays readable in the template.
 */
import type { CfnResource } from 'aws-cdk-lib';

/** The reason, one sentence, for which a safeguard is given up. */
export interface OptOut {
  readonly because: string;
}

/** Writes the reason beside the resource in the template, as `counterpart:opt-out:<safeguard>`. */
export function recordOptOut(resource: CfnResource, safeguard: string, { because }: OptOut): void {
  resource.addMetadata(`counterpart:opt-out:${safeguard}`, because);
}
