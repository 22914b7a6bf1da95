// Control of the app's installation: how long tokens live, whether they still open anything, what they may do, which API
// versions there are, and how much may be asked at once.

import { apiVersions, type ApiVersion } from '../../credentials.ts';
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
  '/_demo/scopes': {
    GET: (_, { store }) => ok({ scopes: store.app.scopes }),
    PUT: (body, site) => {
      const scopes = list(body, 'scopes', (one) => /^(unauthenticated_|customer_)?(read|write)_\w+$/.test(one));
      if (typeof scopes === 'string') return wrong(scopes);
      site.store.app.scopes = scopes;
      site.forget();
      return ok({ scopes });
    },
  },
  '/_demo/versions': {
    GET: (_, { store }) => ok({ supported: store.app.versions }),
    PUT: (body, site) => {
      const supported = list(body, 'supported', (one) => (apiVersions as readonly string[]).includes(one));
      if (typeof supported === 'string') return wrong(supported);
      site.store.app.versions = supported as ApiVersion[];
      site.forget();
      return ok({ supported });
    },
  },
  '/_demo/bucket': {
    GET: (_, { store }) => ok(store.app.bucket.state()),
    PUT: (body, { store }) => {
      const asked = members(body, ['maximum', 'restore', 'available']);
      if (typeof asked === 'string') return wrong(asked);
      const { maximum, restore, available = maximum } = asked;
      const isAmount = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0;
      if (!isAmount(maximum) || !isAmount(restore) || !isAmount(available) || maximum === 0 || available > maximum)
        return wrong('maximum and restore must be whole numbers, and available no more than maximum');
      store.app.bucket.resize({ maximum, restore }, available);
      return ok(store.app.bucket.state());
    },
  },
};

function list(body: unknown, name: string, isOne: (text: string) => boolean): string[] | string {
  const asked = members(body, [name]);
  if (typeof asked === 'string') return asked;
  const values = asked[name];
  if (!Array.isArray(values)) return `${name} must be a list`;
  const odd: unknown = values.find((one) => typeof one !== 'string' || !isOne(one));
  return odd === undefined ? (values as string[]) : `${name} cannot hold ${JSON.stringify(odd)}`;
}
