// The command: one line when ready, and an end that leaves nothing behind.

import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { test } from 'node:test';

const main = join(import.meta.dirname, '..', 'main.ts');

function start(...args: string[]): { child: ChildProcess; stdout(): string; stderr(): string } {
  const child = spawn(process.execPath, [main, ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
  let [stdout, stderr] = ['', ''];
  child.stdout!.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr!.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  return { child, stdout: () => stdout, stderr: () => stderr };
}

test('it prints one line with its addresses and ends with 0 on SIGTERM', async () => {
  const { child, stdout } = start('--today', '2026-11-20', '--products', '16');
  await once(child.stdout!, 'data');
  const ready = JSON.parse(stdout());
  assert.deepEqual(Object.keys(ready), ['ready', 'storefront', 'admin', 'storefront_api', 'hand_offs', 'carriers', 'mail']);
  const { ready: _, ...addresses } = ready;
  assert.equal(new Set(Object.values(addresses)).size, 6);
  assert.equal((await fetch(ready.storefront)).status, 200);
  child.kill('SIGTERM');
  assert.deepEqual(await once(child, 'exit'), [0, null]);
  assert.equal(stdout().trim().split('\n').length, 1);
});

test('it ends when its stdin ends, if asked to', async () => {
  const { child } = start('--exit-with-stdin', '--products', '16');
  await once(child.stdout!, 'data');
  child.stdin!.end();
  assert.deepEqual(await once(child, 'exit'), [0, null]);
});

test('wrong arguments are named', async () => {
  const { child, stderr } = start('--today', 'tomorrow');
  assert.deepEqual(await once(child, 'exit'), [2, null]);
  assert.match(stderr(), /--today must be a day/);
});
