// The theme's translations, joined with those that come with the snippet.

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

type Tree = { [key: string]: string | Tree };

export class Translations {
  readonly #folders: string[];
  #read: Record<string, Tree> = {};
  #stamp = '';

  constructor(folders: string[]) {
    this.#folders = folders;
  }

  // Every language falls back to English, as themes do; what neither has says so.
  say(key: string, language: string, values: Record<string, unknown>): string {
    const found = find(this.#tree(language), key, values) ?? find(this.#tree('en'), key, values);
    if (found === undefined) return `Translation missing: ${language}.${key}`;
    const isHtml = key.endsWith('_html') || key.endsWith('.html');
    return found.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) => {
      const value = String(values[name] ?? '');
      return isHtml ? value : escape(value);
    });
  }

  #tree(language: string): Tree {
    const files = this.#folders.flatMap((folder) =>
      existsSync(folder)
        ? readdirSync(folder)
            .filter((name) => /^[a-z]{2}(\.default)?\.json$/.test(name))
            .map((name) => join(folder, name))
        : [],
    );
    const stamp = files.map((file) => `${file} ${statSync(file).mtimeMs}`).join('\n');
    if (stamp !== this.#stamp) {
      this.#stamp = stamp;
      this.#read = {};
    }
    return (this.#read[language] ??= files
      .filter((file) => file.endsWith(`/${language}.json`) || file.endsWith(`/${language}.default.json`))
      .reduce<Tree>((tree, file) => merge(tree, JSON.parse(readFileSync(file, 'utf8')) as Tree), {}));
  }
}

export function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function find(tree: Tree, key: string, values: Record<string, unknown>): string | undefined {
  const held = key
    .split('.')
    .reduce<string | Tree | undefined>((at, part) => (typeof at === 'object' && Object.hasOwn(at, part) ? at[part] : undefined), tree);
  if (typeof held === 'string') return held;
  if (held === undefined || values.count === undefined) return undefined;
  const plural = held[Number(values.count) === 1 ? 'one' : 'other'] ?? held.other;
  return typeof plural === 'string' ? plural : undefined;
}

function merge(into: Tree, from: Tree): Tree {
  const merged = { ...into };
  for (const [key, value] of Object.entries(from)) {
    const before = merged[key];
    merged[key] = typeof value === 'object' && typeof before === 'object' ? merge(before, value) : value;
  }
  return merged;
}
