// Control of the app's installation: how long tokens live, and whether they still open anything.

import { members, ok, wrong, type Routes } from './answer.ts';

export const appRoutes: Routes = {
  '/_demo/tokens': {
    GET: (_, { store }) => ok(store.app.tokens.state()),
    PUT: (body, { store }) => {
      const asked = members(body, ['life_seconds']);
      if (typeof asked === 'string') return wrong(asked);
      const { life_seconds: life } = asked;
      if (!Number.isInteger(life) || (life as number) < 0 || (life as number) > 86_400)
        return wrong('life_seconds must be a whole number from 0 to 86400');
      store.app.tokens.lifeSeconds = life as number;
      return ok(store.app.tokens.state());
    },
  },
  '/_demo/tokens/revoke': {
    POST: (_, { store }) => {
      store.app.tokens.revoke();
      return ok(store.app.tokens.state());
    },
    DELETE: (_, { store }) => {
      store.app.tokens.restorePermanent();
      return ok(store.app.tokens.state());
    },
  },
};
