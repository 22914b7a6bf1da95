// A storefront request read once: language from the path or `?locale=`, path without the prefix, session and customer.

import type { IncomingMessage } from 'node:http';
import type { Language } from '../content.ts';
import type { Customer } from '../people/customers.ts';
import type { Store } from '../store.ts';
import type { Session } from './sessions.ts';

export interface PageRequest {
  request: IncomingMessage;
  method: string;
  // Without the language prefix; decoded; always begins with a slash.
  path: string;
  query: URLSearchParams;
  language: Language;
  // The page's locale: the language, or one that only the theme's texts of the chat know, with `?locale=fr`.
  locale: string;
  country: string;
  // "/" or "/de/".
  root: string;
  session: Session | null;
  customer: Customer | null;
}

// Null where the path is no path: broken escapes, dot segments, backslashes.
export function readPageRequest(request: IncomingMessage, store: Store): PageRequest | null {
  const [rawPath = '/', rawQuery = ''] = (request.url ?? '/').split(/\?(.*)/s);
  let path: string;
  try {
    path = decodeURIComponent(rawPath);
  } catch {
    return null;
  }
  if (
    !path.startsWith('/') ||
    path.startsWith('//') ||
    /[\0\\]/.test(path) ||
    path.split('/').some((part) => part === '.' || part === '..')
  )
    return null;
  const query = new URLSearchParams(rawQuery);
  const isPrefixed = path === '/de' || path.startsWith('/de/');
  if (isPrefixed) path = path.slice(3) || '/';
  const language: Language = isPrefixed || query.get('locale') === 'de' ? 'de' : 'en';
  const locale = isPrefixed ? 'de' : (query.get('locale') ?? 'en');
  const country = query.get('country')?.toUpperCase() ?? 'DE';
  const session = store.sessions.find(request);
  return {
    request,
    path,
    query,
    language,
    locale: /^[a-z]{2}(-[A-Z]{2})?$/.test(locale) ? locale : 'en',
    session,
    method: request.method ?? 'GET',
    country: /^[A-Z]{2}$/.test(country) ? country : 'DE',
    root: language === 'de' ? '/de/' : '/',
    customer: store.sessions.customer(session, store.shop.customers),
  };
}
