/**
 * Our own rule pack, for what the public packs don't look at: work that is handed over by a schedule, a stream or a
 * rule must be tried a bounded number of times and then end in a queue, mail must go out encrypted and be followed,
 * and no stage but prod may write to its recipients.
 */
import { type CfnResource, Stack } from 'aws-cdk-lib';
import { CfnEventInvokeConfig, CfnEventSourceMapping, CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import { CfnConfigurationSet, CfnConfigurationSetEventDestination } from 'aws-cdk-lib/aws-ses';
import { NagMessageLevel, NagPack, NagRuleCompliance } from 'cdk-nag';
import type { IConstruct } from 'constructs';

/** A rule: what it says when it is broken, and whether a resource keeps it; undefined: not its kind of resource. */
interface DeliveryRule {
  readonly name: string;
  readonly info: string;
  readonly keeps: (node: CfnResource) => boolean | undefined;
}

/** The pack; its findings read `Delivery-<rule>`. */
export class DeliveryChecks extends NagPack {
  readonly name = 'Delivery';

  constructor(scope?: IConstruct) {
    super(scope);
    this.packName = 'Delivery';
  }

  protected override checkResource(node: CfnResource): void {
    for (const { name, info, keeps } of deliveryRules) {
      this.applyRule({
        ruleSuffixOverride: name,
        info,
        explanation: info,
        level: NagMessageLevel.ERROR,
        node,
        rule: (resource) => complianceOf(keeps(resource)),
      });
    }
  }
}

/** The rules of the pack. */
export const deliveryRules: readonly DeliveryRule[] = [
  {
    name: 'ScheduleBounds',
    info: 'A schedule tries at most 10 times within an hour and then uses a dead-letter queue.',
    keeps: (node) => {
      if (!(node instanceof CfnSchedule)) return undefined;
      const { retryPolicy, deadLetterConfig } = resolve<ScheduleTarget>(node, node.target);
      return (
        within(retryPolicy?.maximumRetryAttempts, 0, 10) &&
        within(retryPolicy?.maximumEventAgeInSeconds, 60, 3600) &&
        deadLetterConfig?.arn !== undefined
      );
    },
  },
  {
    name: 'StreamBounds',
    info: 'A stream source bisects, tries at most 10 times, reports single records and sees filtered records only.',
    keeps: (node) => {
      if (!(node instanceof CfnEventSourceMapping)) return undefined;
      const patterns = resolve<Filters | undefined>(node, node.filterCriteria)?.filters ?? [];
      return (
        within(node.maximumRetryAttempts, 0, 10) &&
        node.bisectBatchOnFunctionError === true &&
        (node.functionResponseTypes ?? []).includes('ReportBatchItemFailures') &&
        within(patterns.length, 1, 5)
      );
    },
  },
  {
    name: 'AsyncBounds',
    info: 'An asynchronous invocation has a retry limit, a maximum age of at most 6 hours and a failure destination.',
    keeps: (node) => {
      if (!(node instanceof CfnEventInvokeConfig)) return undefined;
      const destination = resolve<Destination | undefined>(node, node.destinationConfig);
      return (
        within(node.maximumRetryAttempts, 0, 2) &&
        within(node.maximumEventAgeInSeconds, 60, 21_600) &&
        destination?.onFailure?.destination !== undefined
      );
    },
  },
  {
    name: 'ScheduledAsyncBounds',
    info: 'A function that a schedule starts has the bounds of an asynchronous invocation too.',
    keeps: (node) => {
      if (!(node instanceof CfnSchedule)) return undefined;
      const target = JSON.stringify(resolve<ScheduleTarget>(node, node.target).arn);
      return siblings(node, CfnEventInvokeConfig).some((config) =>
        target.includes(`"${resolve<{ Ref: string }>(config, config.functionName).Ref}"`),
      );
    },
  },
  {
    name: 'MailTransport',
    info: 'A configuration set requires TLS, counts reputation and never repeats to bounced or complaining addresses.',
    keeps: (node) => {
      if (!(node instanceof CfnConfigurationSet)) return undefined;
      const set = resolve<ConfigurationSetSettings>(node, {
        delivery: node.deliveryOptions,
        reputation: node.reputationOptions,
        suppression: node.suppressionOptions,
      });
      return (
        set.delivery?.tlsPolicy === 'REQUIRE' &&
        set.reputation?.reputationMetricsEnabled === true &&
        ['BOUNCE', 'COMPLAINT'].every((reason) => set.suppression?.suppressedReasons?.includes(reason))
      );
    },
  },
  {
    name: 'MailFollowed',
    info: 'A configuration set tells what became of its mails.',
    keeps: (node) => {
      if (!(node instanceof CfnConfigurationSet)) return undefined;
      const name = resolve<unknown>(node, node.ref);
      return siblings(node, CfnConfigurationSetEventDestination).some(
        (told) =>
          JSON.stringify(resolve(told, told.configurationSetName)) === JSON.stringify(name) &&
          resolve<{ enabled?: boolean }>(told, told.eventDestination).enabled !== false,
      );
    },
  },
  {
    name: 'MailRedirected',
    info: 'Outside prod every function knows the test address that receives all mail; in prod there is none.',
    keeps: (node) => {
      if (!(node instanceof CfnFunction)) return undefined;
      const variables = resolve<Environment | undefined>(node, node.environment)?.variables ?? {};
      return (variables['STAGE'] === 'prod') === (variables['MAIL_REDIRECT_TO'] === '');
    },
  },
];

interface ScheduleTarget {
  readonly arn: unknown;
  readonly retryPolicy?: {
    readonly maximumRetryAttempts?: number;
    readonly maximumEventAgeInSeconds?: number;
  };
  readonly deadLetterConfig?: { readonly arn?: unknown };
}

interface Filters {
  readonly filters?: readonly unknown[];
}

interface Destination {
  readonly onFailure?: { readonly destination?: unknown };
}

interface Environment {
  readonly variables?: Readonly<Record<string, unknown>>;
}

interface ConfigurationSetSettings {
  readonly delivery?: { readonly tlsPolicy?: string };
  readonly reputation?: { readonly reputationMetricsEnabled?: boolean };
  readonly suppression?: { readonly suppressedReasons?: readonly string[] };
}

function complianceOf(kept: boolean | undefined): NagRuleCompliance {
  if (kept === undefined) return NagRuleCompliance.NOT_APPLICABLE;
  return kept ? NagRuleCompliance.COMPLIANT : NagRuleCompliance.NON_COMPLIANT;
}

function resolve<T>(node: CfnResource, value: unknown): T {
  return Stack.of(node).resolve(value) as T;
}

function siblings<T extends CfnResource>(node: CfnResource, kind: abstract new (...args: never[]) => T): T[] {
  return Stack.of(node)
    .node.findAll()
    .filter((found): found is T => found instanceof kind);
}

function within(value: number | undefined, least: number, most: number): boolean {
  return value !== undefined && value >= least && value <= most;
}
