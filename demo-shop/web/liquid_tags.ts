// Shopify's Liquid tags that LiquidJS does not bring: section, schema, style, form, doc.

import {
  Hash,
  Tokenizer,
  toPromise,
  type Context,
  type Emitter,
  type Liquid,
  type TagToken,
  type Template,
  type TopLevelToken,
} from 'liquidjs';
import { escape } from './translations.ts';

interface Block {
  templates: Template[];
  kind: string;
  hash: Hash;
}

export function addTags(engine: Liquid): void {
  engine.registerTag('section', {
    parse(token: TagToken) {
      this.name = literal(token.args);
    },
    async render(context: Context, emitter: Emitter) {
      const globals = { ...(context.globals as object), section: { id: this.name, settings: {} } };
      emitter.write(
        `<div id="shopify-section-${this.name}" class="shopify-section">${await engine.renderFile(`sections/${this.name}`, {}, { globals })}</div>`,
      );
    },
  });
  // Their content is for the theme editor or for readers.
  for (const name of ['schema', 'doc', 'javascript']) dropped(engine, name);
  wrapped(engine, 'style', () => ['<style data-shopify>', '</style>']);
  wrapped(engine, 'stylesheet', () => ['<style>', '</style>']);
  wrapped(engine, 'form', (kind, values, context) => {
    const { routes } = context.globals as { routes: Record<string, string> };
    const action =
      {
        customer_login: routes.account_login_url,
        product: routes.cart_add_url,
        cart: routes.cart_url,
        contact: `${routes.root_url}pages/contact`,
      }[kind] ??
      routes.root_url ??
      '/';
    const rest = Object.entries(values)
      .map(([name, value]) => ` ${name}="${escape(String(value))}"`)
      .join('');
    return [
      `<form method="post" action="${escape(action)}" accept-charset="UTF-8"${rest}><input type="hidden" name="form_type" value="${escape(kind)}">`,
      '</form>',
    ];
  });
}

function dropped(engine: Liquid, name: string): void {
  engine.registerTag(name, {
    parse(_: TagToken, rest: TopLevelToken[]) {
      while (rest.length) {
        const next = rest.shift()!;
        if ((next as TagToken).name === `end${name}`) return;
      }
      throw new Error(`tag ${name} is not closed`);
    },
    render() {
      return '';
    },
  });
}

function wrapped(
  engine: Liquid,
  name: string,
  around: (kind: string, values: Record<string, unknown>, context: Context) => [before: string, after: string],
): void {
  engine.registerTag(name, {
    parse(this: unknown, token: TagToken, rest: TopLevelToken[]) {
      const block = this as Block;
      block.templates = [];
      block.kind = literal(token.args);
      block.hash = new Hash(token.args.replace(/^\s*['"][^'"]*['"]\s*,?/, ''));
      const stream = engine.parser
        .parseStream(rest)
        .on(`tag:end${name}`, () => stream.stop())
        .on('template', (template: Template) => block.templates.push(template))
        .on('end', () => {
          throw new Error(`tag ${name} is not closed`);
        });
      stream.start();
    },
    async render(this: unknown, context: Context, emitter: Emitter) {
      const block = this as Block;
      const values = (await toPromise(block.hash.render(context))) as Record<string, unknown>;
      const [before, after] = around(block.kind, values, context);
      const inner = (await toPromise(engine.renderer.renderTemplates(block.templates, context))) as string;
      emitter.write(before + inner + after);
    },
  });
}

function literal(args: string): string {
  const value = new Tokenizer(args).readQuoted();
  return value ? value.getText().slice(1, -1) : '';
}
