// A posted form or JSON body as one object. `updates[1]=2` and `properties[note]=x` become nested keys.

import type { IncomingMessage } from 'node:http';
import { readBody } from '../http/body.ts';

export async function readForm(request: IncomingMessage): Promise<Record<string, unknown> | null> {
  const body = await readBody(request, 100_000);
  if (!body) return null;
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('application/json')) {
    try {
      const parsed: unknown = JSON.parse(body.toString('utf8') || '{}');
      return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? (parsed as Record<string, unknown>) : null;
    } catch {
      return null;
    }
  }
  if (type.startsWith('multipart/form-data')) return readMultipart(body, type);
  return nest(new URLSearchParams(body.toString('utf8')));
}

async function readMultipart(body: Buffer, type: string): Promise<Record<string, unknown> | null> {
  try {
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
    return nest([...form].filter((pair): pair is [string, string] => typeof pair[1] === 'string'));
  } catch {
    return null;
  }
}

function nest(pairs: Iterable<[string, string]>): Record<string, unknown> {
  const object: Record<string, unknown> = Object.create(null);
  for (const [name, value] of pairs) {
    const inner = /^(\w+)\[([^\]]*)\]$/.exec(name);
    if (!inner) object[name] = value;
    else if (inner[2] === '') object[inner[1]!] = [...((object[inner[1]!] as unknown[]) ?? []), value];
    else object[inner[1]!] = Object.assign((object[inner[1]!] as object) ?? Object.create(null), { [inner[2]!]: value });
  }
  return object;
}
