/**
 * Every kind of resource that the local stack has an opinion on. What is in neither table stops the start, so nothing
 * that is deployed can be missing here without anybody having said so.
 */
import { LOCAL_AWS } from './aws.ts';

/** Account number in every local ARN. */
export const ACCOUNT = '000000000000';

/** Where this stack is reached. */
export interface Address {
  /** Such as `http://localhost:4700`, without a slash at the end. */
  readonly origin: string;
  /** Host and port of it. */
  readonly host: string;
}

type Name = (id: string, address: Address) => string;

const arn = (service: string, rest: string): string =>
  `arn:aws:${service}:${LOCAL_AWS.region}:${ACCOUNT}:${rest}`;

/** Kinds that are interpreted, and the attributes by which others in the template may speak of them. */
export const interpretedKinds: Readonly<Record<string, Readonly<Record<string, Name>>>> = {
  'AWS::DynamoDB::Table': {
    Arn: (id) => arn('dynamodb', `table/${id}`),
    StreamArn: (id) => arn('dynamodb', `table/${id}/stream/local`),
  },
  'AWS::Lambda::Function': { Arn: (id) => arn('lambda', `function:${id}`) },
  'AWS::Lambda::EventSourceMapping': {},
  'AWS::Lambda::EventInvokeConfig': {},
  'AWS::ApiGatewayV2::Api': {},
  'AWS::ApiGatewayV2::Authorizer': {},
  'AWS::ApiGatewayV2::Integration': {},
  'AWS::ApiGatewayV2::Route': {},
  'AWS::ApiGatewayV2::Stage': {},
  'AWS::Scheduler::Schedule': {},
  'AWS::Events::Rule': {},
  'AWS::SQS::Queue': { Arn: (id) => arn('sqs', id) },
  'AWS::Cognito::UserPool': {
    Arn: (id) => arn('cognito-idp', `userpool/${id}`),
    ProviderURL: (_, { origin }) => `${origin}/identity`,
  },
  'AWS::Cognito::UserPoolClient': {},
  'AWS::CloudFront::ResponseHeadersPolicy': {},
  'AWS::CloudFront::Function': { FunctionARN: (id) => arn('cloudfront', `function/${id}`) },
};

/** Kinds that mean something only where the stack is deployed, and why that does no harm here. */
export const deployOnlyKinds: Readonly<Record<string, string>> = {
  'AWS::CloudFront::Distribution':
    'page and API already share the one local address; its cache is not imitated',
  'AWS::CloudFront::OriginAccessControl': 'the page is read from a folder',
  'AWS::CloudWatch::Alarm': 'nobody is on call for a laptop',
  'AWS::Cognito::UserPoolDomain': 'the local provider has its own pages',
  'AWS::IAM::ManagedPolicy': 'permissions are not evaluated here',
  'AWS::IAM::Policy': 'permissions are not evaluated here',
  'AWS::IAM::Role': 'permissions are not evaluated here',
  'AWS::Lambda::Permission': 'permissions are not evaluated here',
  'AWS::Logs::LogGroup': 'logs are files in the data folder',
  'AWS::Logs::MetricFilter': 'nobody is on call for a laptop',
  'AWS::S3::Bucket': 'the page is read from a folder',
  'AWS::S3::BucketPolicy': 'permissions are not evaluated here',
  'AWS::SES::ConfigurationSet': 'only its name matters, as a tag of the events',
  'AWS::SES::ConfigurationSetEventDestination': 'the mail catcher tells its events straight to the rules',
  'AWS::SES::EmailIdentity': 'the mail catcher accepts every sender',
  'AWS::SNS::Topic': 'nobody is on call for a laptop',
  'AWS::SQS::QueuePolicy': 'permissions are not evaluated here',
};
