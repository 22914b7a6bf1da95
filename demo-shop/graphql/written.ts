// Pages, blogs and articles: the same texts for both APIs, which name their fields a little differently.

import type { ArticleText, Language, PageText } from '../content.ts';
import { gid } from '../gid.ts';
import { hash32 } from '../seeded.ts';
import type { Context } from './context.ts';
import { plainText, truncated } from './html.ts';
import type { SearchTable } from './search.ts';
import { search } from './search.ts';
import type { Args, View } from './view.ts';
import { count, daysAgo, once } from './views.ts';

const byLanguage = (make: (language: Language) => unknown) => (_: Args, context: Context) => make(context.language);

export function pageViews(context: Context): View[] {
  return context.shop.content.pages.map((page) => pageView(page, context));
}

function pageView(page: PageText, context: Context): View {
  return once(context, `Page ${page.handle}`, () => ({
    __typename: 'Page',
    id: gid('Page', 130_000_000_000 + (hash32(page.handle) % 1_000_000_000)),
    handle: page.handle,
    title: byLanguage((language) => page.title[language]),
    body: byLanguage((language) => page.body[language]),
    bodySummary: byLanguage((language) => truncated(plainText(page.body[language]), 150)),
    onlineStoreUrl: `${context.origin}/pages/${page.handle}`,
    isPublished: true,
    createdAt: daysAgo(context, 400),
    updatedAt: daysAgo(context, 60),
    publishedAt: daysAgo(context, 400),
    seo: { title: byLanguage((language) => page.title[language]), description: null },
    texts: page,
  }));
}

export function articleViews(context: Context): View[] {
  return context.shop.content.articles.map((article) => articleView(article, context));
}

function articleView(article: ArticleText, context: Context): View {
  return once(context, `Article ${article.blog} ${article.handle}`, () => {
    const body = (language: Language) => article.body[language];
    const published = daysAgo(context, Math.abs(Number.parseInt(article.publishedAt, 10)) || 0, '09:00');
    const author = { name: 'Kestrel & Fern', firstName: 'Kestrel', lastName: '& Fern', email: 'help@kestrel-and-fern.example', bio: null };
    return {
      __typename: 'Article',
      id: gid('Article', 560_000_000_000 + (hash32(`${article.blog}/${article.handle}`) % 1_000_000_000)),
      handle: article.handle,
      title: byLanguage((language) => article.title[language]),
      content: ({ truncateAt }: Args, { language }: Context) => truncated(plainText(body(language)), truncateAt),
      contentHtml: byLanguage(body),
      body: byLanguage(body),
      excerpt: ({ truncateAt }: Args, { language }: Context) => truncated(truncated(plainText(body(language)), 180), truncateAt),
      summary: null,
      excerptHtml: null,
      publishedAt: published,
      createdAt: published,
      updatedAt: published,
      isPublished: true,
      tags: article.tags ?? [],
      authorV2: author,
      author,
      blog: () => blogView(article.blog, context),
      onlineStoreUrl: `${context.origin}/blogs/${article.blog}/${article.handle}`,
      seo: { title: byLanguage((language) => article.title[language]), description: null },
      commentsCount: count(0),
      texts: article,
    };
  });
}

export function blogViews(context: Context): View[] {
  return [...new Set(context.shop.content.articles.map((article) => article.blog))].map((handle) => blogView(handle, context));
}

export function blogView(handle: string, context: Context): View {
  return once(context, `Blog ${handle}`, () => {
    const articles = () => articleViews(context).filter((view) => (view.texts as ArticleText).blog === handle);
    return {
      __typename: 'Blog',
      id: gid('Blog', 90_000_000_000 + (hash32(handle) % 1_000_000_000)),
      handle,
      title: handle.charAt(0).toUpperCase() + handle.slice(1).replaceAll('-', ' '),
      articles: ({ query }: Args, now: Context) => search(articles(), query, writtenSearch, now, 'articles'),
      articleByHandle: ({ handle: wanted }: Args) => articles().find((view) => view.handle === wanted) ?? null,
      articlesCount: () => count(articles().length),
      commentPolicy: 'CLOSED',
      tags: [],
      onlineStoreUrl: `${context.origin}/blogs/${handle}`,
      createdAt: daysAgo(context, 500),
      updatedAt: daysAgo(context, 20),
      authors: [],
    };
  });
}

type Written = { title: { en: string; de: string }; body: { en: string; de: string }; handle: string; blog?: string; tags?: string[] };
const written = (view: View): Written => view.texts as Written;

export const writtenSearch: SearchTable<View> = {
  default: {
    kind: 'words',
    of: (view) =>
      written(view)
        ? [`${written(view).title.en} ${plainText(written(view).body.en)}`, `${written(view).title.de} ${plainText(written(view).body.de)}`]
        : [String(view.title)],
  },
  title: { kind: 'words', of: (view) => (written(view) ? [written(view).title.en, written(view).title.de] : [String(view.title)]) },
  handle: { kind: 'exact', of: (view) => [view.handle as string] },
  blog_title: { kind: 'words', of: (view) => [written(view)?.blog] },
  tag: { kind: 'exact', of: (view) => written(view)?.tags ?? [] },
  tag_not: { kind: 'test', of: (view, value) => !(written(view)?.tags ?? []).some((tag) => tag.toLowerCase() === value) },
  author: { kind: 'words', of: () => ['Kestrel & Fern'] },
  id: { kind: 'id', of: (view) => Number(String(view.id).split('/').pop()) },
  published_status: { kind: 'test', of: (_, value) => value === 'published' || value === 'visible' || value === 'any' },
  published_at: { kind: 'time', of: () => null },
  created_at: { kind: 'time', of: (view) => view.createdAt as string },
  updated_at: { kind: 'time', of: (view) => view.updatedAt as string },
};
