// The theme: Liquid files rendered with Shopify's objects, filters and tags. Read from disk each time, so edits show at once.

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Liquid } from 'liquidjs';
import { addFilters } from './liquid_filters.ts';
import { addTags } from './liquid_tags.ts';
import { globalsFor, TemplateName } from './liquid_globals.ts';
import { Translations } from './translations.ts';
import type { PageRequest } from './page_request.ts';
import type { Site } from './types.ts';

const themeFolder = join(import.meta.dirname, '..', 'theme');
const shopifyFolder = join(import.meta.dirname, '..', '..', 'shopify');

export class Theme {
  readonly #translations = new Translations([join(themeFolder, 'locales'), join(shopifyFolder, 'locales')]);
  readonly #engine: Liquid;

  constructor() {
    const snippets = [join(themeFolder, 'snippets'), join(shopifyFolder, 'snippets')];
    this.#engine = new Liquid({
      root: themeFolder,
      partials: snippets,
      extname: '.liquid',
      cache: false,
      relativeReference: false,
      strictFilters: true,
      strictVariables: false,
      ownPropertyOnly: true,
      fs: {
        sep: '/',
        resolve: (folder, file, extension) => join(folder, file.endsWith(extension) ? file : file + extension),
        exists: async (path) => existsSync(path) || isMissingSnippet(path),
        existsSync: (path) => existsSync(path) || isMissingSnippet(path),
        contains: async (root, path) => path.startsWith(join(root, '/')),
        containsSync: (root, path) => path.startsWith(join(root, '/')),
        readFile: async (path) => (existsSync(path) ? readFile(path, 'utf8') : ''),
        readFileSync: () => {
          throw new Error('the theme is rendered asynchronously');
        },
      },
    });
    addFilters(this.#engine, this.#translations);
    addTags(this.#engine);
  }

  // A whole page: the template inside the layout.
  async render(template: string, page: PageRequest, site: Site, objects: Record<string, unknown> = {}): Promise<string> {
    const every = globalsFor(page, site, new TemplateName(template));
    const settings = { ...(every.settings as object), ...(objects.settings as object | undefined) };
    const globals = { ...every, ...objects, settings };
    const content = await this.#engine.renderFile(`templates/${template}`, {}, { globals });
    return this.#engine.renderFile('layout/theme', {}, { globals: { ...globals, content_for_layout: content } });
  }

  // Liquid from elsewhere, inside the layout: what an app answers as application/liquid.
  async renderText(text: string, page: PageRequest, site: Site): Promise<string> {
    const globals = globalsFor(page, site, new TemplateName('page'));
    const content = await this.#engine.parseAndRender(text, {}, { globals });
    return this.#engine.renderFile('layout/theme', {}, { globals: { ...globals, content_for_layout: content } });
  }
}

// Until the widget's snippet exists it is an empty one.
function isMissingSnippet(path: string): boolean {
  return path === join(shopifyFolder, 'snippets', 'shopdesk.liquid');
}
