/** The region and the keys with which everything on this machine speaks to DynamoDB Local and to the mail catcher. */

/** DynamoDB Local accepts access keys of letters and digits only. */
export const LOCAL_AWS = {
  region: 'eu-west-1',
  credentials: { accessKeyId: 'LOCALKEY', secretAccessKey: 'LOCALSECRET' },
} as const;
