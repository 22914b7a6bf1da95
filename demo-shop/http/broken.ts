// Answers broken on purpose in ways that are the same at every upstream: what a client must survive whatever it asked.

import type { ServerResponse } from 'node:http';
import type { FaultName } from '../faults.ts';
import { send } from './reply.ts';

const json = 'application/json; charset=utf-8';
const html = '<!doctype html><html lang="en"><title>Welcome</title><h1>Welcome</h1><p>You are being signed in.</p></html>';

// The status that was sent, or null where the fault is none of these. `elsewhere` is another host that a redirect names.
export function breakAnswer(response: ServerResponse, fault: FaultName, elsewhere: string): number | null {
  switch (fault) {
    case 'reset': {
      // More is promised than comes.
      response.writeHead(200, { 'content-type': json, 'content-length': 4096 });
      response.write('{"data":{"', () => response.socket?.resetAndDestroy());
      return 200;
    }
    case 'huge': {
      send(response, 200, json, `{"data":{"filler":"${'x'.repeat(8_000_000)}"}}`);
      return 200;
    }
    case 'redirect': {
      send(response, 302, 'text/plain; charset=utf-8', '', { location: elsewhere });
      return 302;
    }
    case 'deep': {
      send(response, 200, json, `${'{"data":'.repeat(10_000)}null${'}'.repeat(10_000)}`);
      return 200;
    }
    case 'html': {
      send(response, 200, 'text/html; charset=utf-8', html);
      return 200;
    }
    default:
      return null;
  }
}

// Half of an answer, and then something that no JSON goes on with.
export function breakOff(body: Buffer): Buffer {
  return Buffer.concat([body.subarray(0, Math.max(1, Math.floor(body.length / 2))), Buffer.from('\u0000<html>')]);
}
