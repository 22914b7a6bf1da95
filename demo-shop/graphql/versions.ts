// The API versions that the shop speaks of; those that are supported it answers for.

import type { Args, View } from './view.ts';
import type { Context } from './context.ts';

export function publicApiVersions(_: Args, { app }: Context): View[] {
  return [
    ...app.versions.map((handle): View => ({ handle, displayName: handle, supported: true })),
    { handle: 'unstable', displayName: 'unstable', supported: false },
  ];
}
