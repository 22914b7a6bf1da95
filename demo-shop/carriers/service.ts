// What the eight tracking services share: a call, an answer, and what each says when it fails on purpose.

import type { IncomingHttpHeaders } from 'node:http';
import type { Memory } from './memory.ts';
import type { Truth } from './truth.ts';

export interface Call {
  method: string;
  // The service's own, without the prefix that leads to it.
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  text: string;
  truth: Truth;
  memory: Memory;
  now: number;
}

export interface Reply {
  status: number;
  // Sent as JSON; nothing where undefined.
  body: unknown;
  headers?: Record<string, string>;
}

export interface Service {
  answer(call: Call): Reply;
  // Too many requests.
  throttled(call: Call): Reply;
  // An error of the service's own.
  broken(call: Call): Reply;
  // Credentials that were good and no longer are.
  revoked(call: Call): Reply;
}

export const ok = (body: unknown): Reply => ({ status: 200, body });

// Undefined where the body is no JSON, or is not said to be.
export function jsonOf({ headers, text }: Call): unknown {
  if (!isOfType(headers, 'application/json')) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function isOfType(headers: IncomingHttpHeaders, type: string): boolean {
  return (headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase() === type;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// User and password of HTTP Basic.
export function basicOf({ authorization = '' }: IncomingHttpHeaders): [user: string, password: string] | null {
  const encoded = /^Basic ([A-Za-z0-9+/=]+)$/.exec(authorization)?.[1];
  if (encoded === undefined) return null;
  const [user = '', password = ''] = Buffer.from(encoded, 'base64').toString('utf8').split(/:(.*)/s);
  return [user, password];
}
