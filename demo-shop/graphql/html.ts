// Plain text of the shop's own HTML, as Shopify's `description` and `bodySummary` give it.

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", apos: "'", nbsp: ' ' };

export function plainText(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole)
    .replace(/\s+/g, ' ')
    .trim();
}

export function truncated(text: string, at: number | null | undefined): string {
  return typeof at === 'number' && text.length > at ? `${text.slice(0, Math.max(0, at - 3)).trimEnd()}...` : text;
}
