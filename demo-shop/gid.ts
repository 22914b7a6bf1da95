// Shopify's global ids: `gid://shopify/Order/123`.

export function gid(type: string, id: number | string): string {
  return `gid://shopify/${type}/${id}`;
}

export function parseGid(text: unknown): { type: string; id: string } | null {
  const found = typeof text === 'string' ? /^gid:\/\/shopify\/([A-Za-z]+)\/([^/?\s]+)(\?.*)?$/.exec(text) : null;
  return found ? { type: found[1]!, id: found[2]! } : null;
}

// The number at the end of a gid, or the number itself where a bare one was written.
export function bareId(text: string): string {
  return parseGid(text)?.id ?? text;
}
