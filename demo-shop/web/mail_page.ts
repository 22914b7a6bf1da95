// A plain page with the mails that the provider took, newest first; their HTML is shown as it was written.

import type { Store } from '../store.ts';
import { plainPage } from './merchant.ts';
import { escape } from './translations.ts';

export function mailPage({ mail }: Store): string {
  const received = mail.all().reverse();
  if (received.length === 0) return plainPage('Mail', '<p>No mail has been sent yet.</p>');
  return plainPage(
    'Mail',
    received
      .map(({ receivedAt, from, to, subject, text, html, headers }) => {
        const rows = Object.entries({ from, to: to.join(', '), ...headers }).map(
          ([name, value]) => `<p><strong>${escape(name)}</strong> <span dir="auto">${escape(value)}</span></p>`,
        );
        return `<article><h2 dir="auto">${escape(subject)}</h2><p class="quiet">${escape(receivedAt)}</p>${rows.join('')}${
          text === null ? '' : `<p class="text" dir="auto">${escape(text)}</p>`
        }${html === null ? '' : `<details><summary>HTML</summary><pre>${escape(html)}</pre></details>`}</article>`;
      })
      .join(''),
  );
}
