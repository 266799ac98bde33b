import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DescribeTableCommand, DescribeTimeToLiveCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, describe, expect, inject, it, vi } from 'vitest';
import { createTableFromTemplate, localDynamoDbClient, startDynamoDb } from '../../local/dynamodb.ts';
import { majorVersion } from '../../local/java.ts';
import { smallTemplate } from './fixtures/template.ts';

const client = localDynamoDbClient(inject('dynamodbEndpoint'));

describe('createTableFromTemplate', () => {
  it('makes the table with its indexes, its stream and its expiry', async () => {
    await createTableFromTemplate(client, JSON.parse(inject('tableResource')), 'from-template');
    const { Table } = await client.send(new DescribeTableCommand({ TableName: 'from-template' }));
    expect(Table).toMatchObject({ TableStatus: 'ACTIVE', StreamSpecification: { StreamEnabled: true } });
    expect(Table?.GlobalSecondaryIndexes?.map(({ IndexName }) => IndexName).sort()).toEqual([
      'by-entity',
      'unresolved',
    ]);
    const expiry = await client.send(new DescribeTimeToLiveCommand({ TableName: 'from-template' }));
    expect(expiry.TimeToLiveDescription).toEqual({ AttributeName: 'ttl', TimeToLiveStatus: 'ENABLED' });
  });

  it('stops at a property that it does not know, and makes nothing', async () => {
    const { Table } = smallTemplate().Resources;
    const odd = { ...Table, Properties: { ...Table.Properties, ImportSourceSpecification: {} } };
    await expect(createTableFromTemplate(client, odd, 'odd-table')).rejects.toThrow(
      'Properties.ImportSourceSpecification is unknown',
    );
    await expect(client.send(new DescribeTableCommand({ TableName: 'odd-table' }))).rejects.toThrow();
  });
});

describe('startDynamoDb', () => {
  const path = process.env['PATH'];
  afterEach(() => {
    process.env['PATH'] = path;
  });

  /** A folder with nothing but a program named java that prints this. */
  const folderWithJava = (version: string): string => {
    const folder = mkdtempSync(join(tmpdir(), 'java-'));
    writeFileSync(join(folder, 'java'), `#!/bin/sh\necho 'openjdk version "${version}"' >&2\n`, {
      mode: 0o755,
    });
    return folder;
  };

  it('says in a sentence that there is no Java', async () => {
    process.env['PATH'] = mkdtempSync(join(tmpdir(), 'empty-'));
    await expect(startDynamoDb({ inMemory: true })).rejects.toThrow(
      /^DynamoDB Local needs Java, and no Java was found on the PATH\. Install Java 17 or newer/,
    );
  });

  it('says in a sentence that the Java is too old', async () => {
    process.env['PATH'] = folderWithJava('1.8.0_402');
    await expect(startDynamoDb({ inMemory: true })).rejects.toThrow(
      /^DynamoDB Local needs Java 17, and the Java on the PATH is 8\. Install/,
    );
  });

  it('says in a sentence that the data folder can not be used', async () => {
    const broken = mkdtempSync(join(tmpdir(), 'broken-'));
    writeFileSync(join(broken, 'shared-local-instance.db'), 'this is no database, whatever its name says');
    await expect(startDynamoDb({ dbPath: broken })).rejects.toThrow(
      `DynamoDB Local can't work with the data folder ${broken}`,
    );
  });

  it.each([
    ['openjdk version "17.0.15" 2025-04-15', 17],
    ['java version "1.8.0_402"', 8],
    ['openjdk version "26" 2026-03-17', 26],
    ['something else', undefined],
  ])('reads %s as %s', (printed, version) => {
    expect(majorVersion(printed)).toBe(version);
  });

  it('leaves no Java behind when its starter is killed, with and without setpriv', async () => {
    const withoutSetpriv = mkdtempSync(join(tmpdir(), 'path-'));
    for (const program of ['java', 'sh', 'cat']) {
      symlinkSync(
        execFileSync('which', [program], { encoding: 'utf8' }).trim(),
        join(withoutSetpriv, program),
      );
    }
    const killed = async (PATH: string): Promise<void> => {
      const starter = spawn(process.execPath, [join(import.meta.dirname, 'fixtures', 'start-dynamodb.ts')], {
        env: { PATH },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const pid = await new Promise<number>((resolve) =>
        starter.stdout.once('data', (line) => resolve(Number(line))),
      );
      expect(isRunning(pid)).toBe(true);
      starter.kill('SIGKILL');
      await vi.waitFor(() => expect(isRunning(pid)).toBe(false), { timeout: 5000, interval: 50 });
    };
    await Promise.all([killed(path ?? ''), killed(withoutSetpriv)]);
  });
});

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
