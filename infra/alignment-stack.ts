/**
 * The whole of Counterpart in one stack: table, functions, API, sign-in, clock, mail, page. Its methods follow the
 * four flows: a request, a change, a tick, a mail.
 */
import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { UserPoolClient } from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { routes } from '../shared/api/routes.ts';
import { AreaApi } from './constructs/area-api.ts';
import { BoundedRetries } from './constructs/bounded-retries.ts';
import { FailureQueue } from './constructs/failure-queue.ts';
import { FrontDoor } from './constructs/front-door.ts';
import { MailEvents } from './constructs/mail-events.ts';
import { MailIdentity } from './constructs/mail-identity.ts';
import { OrganisationTable } from './constructs/organisation-table.ts';
import { PrivateBucket } from './constructs/private-bucket.ts';
import { QuarterHour } from './constructs/quarter-hour.ts';
import { SafeHeaders } from './constructs/safe-headers.ts';
import { SignIn } from './constructs/sign-in.ts';
import { StreamConsumer } from './constructs/stream-consumer.ts';
import { TracingPolicy } from './constructs/tracing-policy.ts';
import { Watch } from './constructs/watch.ts';
import { Functions } from './functions.ts';
import type { Stage } from './stage.ts';
import { newMail, pendingChange, sourceChanges, writtenKpi } from './stream-patterns.ts';

export interface AlignmentStackProps extends StackProps {
  readonly stage: Stage;
  /** Folder that holds `functions/` and the lock file. */
  readonly root: string;
}

/** One stage of Counterpart. */
export class AlignmentStack extends Stack {
  readonly functions: Functions;
  private readonly stage: Stage;
  private readonly failures: Construct;
  private readonly watch: Watch;

  constructor(scope: Construct, id: string, { stage, root, ...props }: AlignmentStackProps) {
    super(scope, id, props);
    this.stage = stage;
    this.failures = new Construct(this, 'Failures');
    this.watch = new Watch(this, 'Watch', { topicArn: stage.alarmTopicArn });
    const { disposable } = stage;
    const table = new OrganisationTable(this, 'Table', { disposable });
    const mail = new MailIdentity(this, 'Mail', { identity: stage.mail.identity });
    const api = new AreaApi(this, 'Api', { disposable });
    const signIn = new SignIn(this, 'SignIn', { stage: stage.name, prefix: stage.signInPrefix, disposable });
    const door = this.openDoor(api, signIn);
    const client = signIn.addPageClient([`${door.address}/`, ...stage.callbackUrls]);
    this.functions = new Functions(this, 'Functions', {
      root,
      environment: this.environmentOf(table, mail, signIn, client, door),
      tracing: new TracingPolicy(this, 'Tracing'),
      table,
      mail,
      disposable,
    });
    const audience = client.userPoolClientId;
    api.serve({ routes, functions: this.functions.byArea(), issuer: signIn.issuer, audience });
    this.followChanges(table);
    this.keepTime();
    this.followMail(mail);
    this.watch.overLogs(this.functions.logs());
    this.tell({
      PageUrl: door.address,
      DistributionId: door.distribution.distributionId,
      UserPoolId: signIn.pool.userPoolId,
      TokenIssuer: signIn.issuer,
      TokenClientId: client.userPoolClientId,
      SignInUrl: signIn.address,
      TableName: table.tableName,
    });
  }

  private environmentOf(
    table: OrganisationTable,
    mail: MailIdentity,
    signIn: SignIn,
    client: UserPoolClient,
    door: FrontDoor,
  ): Readonly<Record<string, string>> {
    return {
      TABLE_NAME: table.tableName,
      STAGE: this.stage.name,
      PAGE_URL: door.address,
      TOKEN_ISSUER: signIn.issuer,
      TOKEN_CLIENT_ID: client.userPoolClientId,
      MAIL_FROM: this.stage.mail.from,
      MAIL_REDIRECT_TO: this.stage.mail.redirectTo,
      MAIL_CONFIGURATION_SET: mail.configurationSet.configurationSetName,
    };
  }

  private openDoor(api: AreaApi, signIn: SignIn): FrontDoor {
    const { disposable, page: domain, webAclArn } = this.stage;
    const { bucket: logs } = new PrivateBucket(this, 'Logs', { disposable, holds: { kind: 'logs' } });
    const { bucket: page } = new PrivateBucket(this, 'Page', { disposable, holds: { kind: 'page', logs } });
    const headers = new SafeHeaders(this, 'Headers', {
      origins: [signIn.address, `https://cognito-idp.${this.region}.${this.urlSuffix}`],
    });
    this.tell({ PageBucket: page.bucketName });
    return new FrontDoor(this, 'FrontDoor', { page, logs, api: api.api, headers, domain, webAclArn });
  }

  private followChanges(table: OrganisationTable): void {
    new StreamConsumer(this, 'SourceChanges', {
      table,
      consumer: this.functions.of('functions/stream/evaluate.ts'),
      failures: this.failureQueue('SourceChanges'),
      patterns: sourceChanges,
      batchSize: 100,
      window: 1,
    });
    new StreamConsumer(this, 'PendingChange', {
      table,
      consumer: this.functions.of('functions/stream/apply.ts'),
      failures: this.failureQueue('PendingChange'),
      patterns: pendingChange,
      batchSize: 10,
      window: 0,
    });
    new StreamConsumer(this, 'WrittenKpi', {
      table,
      consumer: this.functions.of('functions/stream/read-kpis.ts'),
      failures: this.failureQueue('WrittenKpi'),
      patterns: writtenKpi,
      batchSize: 100,
      window: 0,
    });
    new StreamConsumer(this, 'NewMail', {
      table,
      consumer: this.functions.of('functions/mail/send.ts'),
      failures: this.failureQueue('NewMail'),
      patterns: newMail,
      batchSize: 10,
      window: 0,
    });
  }

  private keepTime(): void {
    const target = this.functions.of('functions/schedule/tick.ts');
    new QuarterHour(this, 'QuarterHour', { target, undelivered: this.failureQueue('UndeliveredTicks') });
    new BoundedRetries(this, 'TickRetries', { target, failures: this.failureQueue('Ticks'), maxAge: 15 });
  }

  private followMail({ configurationSet }: MailIdentity): void {
    const target = this.functions.of('functions/mail/events.ts');
    const undelivered = this.failureQueue('UndeliveredMailEvents');
    new MailEvents(this, 'MailEvents', { target, configurationSet, undelivered });
    const failures = this.failureQueue('MailEvents');
    new BoundedRetries(this, 'MailEventRetries', { target, failures, maxAge: 120 });
  }

  private failureQueue(id: string): FailureQueue {
    const queue = new FailureQueue(this.failures, id, { disposable: this.stage.disposable });
    this.watch.overQueue(id, queue);
    return queue;
  }

  private tell(outputs: Readonly<Record<string, string>>): void {
    for (const [id, value] of Object.entries(outputs)) new CfnOutput(this, id, { value });
  }
}
