// Answers, each in one call.

import type { ServerResponse } from 'node:http';

type Headers = Record<string, string | string[]>;

export function sendJson(response: ServerResponse, status: number, value: unknown, headers: Headers = {}): void {
  send(response, status, 'application/json; charset=utf-8', JSON.stringify(value), headers);
}

export function sendHtml(response: ServerResponse, status: number, html: string, headers: Headers = {}): void {
  send(response, status, 'text/html; charset=utf-8', html, { 'cache-control': 'no-store', ...headers });
}

export function sendText(response: ServerResponse, status: number, text: string, headers: Headers = {}): void {
  send(response, status, 'text/plain; charset=utf-8', text, headers);
}

export function send(response: ServerResponse, status: number, type: string, body: string | Buffer, headers: Headers = {}): void {
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body), ...headers });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}

export function redirect(response: ServerResponse, location: string, headers: Headers = {}): void {
  response.writeHead(303, { location, 'content-length': 0, ...headers });
  response.end();
}

export function methodNotAllowed(response: ServerResponse, allow: string): void {
  sendText(response, 405, 'method not allowed', { allow });
}
