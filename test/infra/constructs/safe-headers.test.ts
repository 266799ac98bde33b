import { Template } from 'aws-cdk-lib/assertions';
import { expect, it } from 'vitest';
import { SafeHeaders } from '../../../infra/constructs/safe-headers.ts';
import { contentSecurityPolicy } from '../../../infra/page-policy.ts';
import { loneStack } from './lone-stack.ts';

it('forbids frames, sniffing, plain HTTP and foreign scripts', () => {
  const stack = loneStack();
  new SafeHeaders(stack, 'Headers', { origins: ['https://sign-in.example'] });
  Template.fromStack(stack).hasResourceProperties('AWS::CloudFront::ResponseHeadersPolicy', {
    ResponseHeadersPolicyConfig: {
      SecurityHeadersConfig: {
        ContentSecurityPolicy: {
          ContentSecurityPolicy: contentSecurityPolicy(['https://sign-in.example']),
          Override: true,
        },
        ContentTypeOptions: { Override: true },
        FrameOptions: { FrameOption: 'DENY', Override: true },
        ReferrerPolicy: { ReferrerPolicy: 'same-origin', Override: true },
        StrictTransportSecurity: {
          AccessControlMaxAgeSec: 63_072_000,
          IncludeSubdomains: true,
          Override: true,
        },
      },
    },
  });
});

it('lets scripts come from the page itself only, and calls go to the named origins', () => {
  const directives = contentSecurityPolicy(['https://a.example', 'https://b.example']).split('; ');
  expect(directives).toContain("default-src 'none'");
  expect(directives).toContain("script-src 'self'");
  expect(directives).toContain("connect-src 'self' https://a.example https://b.example");
  expect(directives).toContain("frame-ancestors 'none'");
});
