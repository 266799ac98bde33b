/** The region and the keys with which everything on this machine speaks to DynamoDB Local and to the mail catcher. */

/** DynamoDB Local accepts access keys of letters and digits only. */
export const LOCAL_AWS = {
  region: 'eu-west-1',
  credentials: { accessKeyId: 'LOCALKEY', secretAccessKey: 'LOCALSECRET' },
} as const;

/** The same for a program: environment variables with which the AWS SDK reaches the table at this local endpoint. */
export function localAwsEnvironment(endpoint: string): Readonly<Record<string, string>> {
  return {
    AWS_REGION: LOCAL_AWS.region,
    AWS_ACCESS_KEY_ID: LOCAL_AWS.credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: LOCAL_AWS.credentials.secretAccessKey,
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
  };
}
