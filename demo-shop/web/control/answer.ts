// What a control route is: a function of the JSON it was sent, the shop's site, and what stood in its path.

import type { Site } from '../types.ts';

export type Answer = { status: number; body: unknown };
export type Action = (body: unknown, site: Site, name: string) => Answer | Promise<Answer>;
export type Routes = Record<string, Record<string, Action>>;

export const ok = (body: unknown): Answer => ({ status: 200, body });
export const wrong = (error: string): Answer => ({ status: 400, body: { error } });

// The members of a JSON object, or what is wrong: no object, or a member that no route knows.
export function members(body: unknown, known: readonly string[]): Record<string, unknown> | string {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return 'the body must be a JSON object';
  const unknown = Object.keys(body).find((key) => !known.includes(key));
  return unknown === undefined ? (body as Record<string, unknown>) : `unknown key ${unknown}`;
}
