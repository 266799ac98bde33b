/** The response headers of page and API: what a browser must not do with them. */
import { Duration } from 'aws-cdk-lib';
import { HeadersFrameOption, HeadersReferrerPolicy, ResponseHeadersPolicy } from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import { contentSecurityPolicy } from '../page-policy.ts';

export interface SafeHeadersProps {
  /** Origins, besides its own, that the page talks to. */
  readonly origins: readonly string[];
}

/** Two years of HTTPS only, no frames, no sniffing, no referrer to other sites, and the page's own policy. */
export class SafeHeaders extends ResponseHeadersPolicy {
  constructor(scope: Construct, id: string, { origins }: SafeHeadersProps) {
    super(scope, id, {
      comment: 'Page and API of Counterpart',
      securityHeadersBehavior: {
        strictTransportSecurity: {
          accessControlMaxAge: Duration.days(730),
          includeSubdomains: true,
          override: true,
        },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.SAME_ORIGIN, override: true },
        contentSecurityPolicy: { contentSecurityPolicy: contentSecurityPolicy(origins), override: true },
      },
    });
  }
}
