// Control of webhooks: sends one as if something had happened, and shows what was sent.

import { families, type Family } from '../../webhooks/delivery.ts';
import { complianceTopics, topics } from '../../webhooks/topic.ts';
import { members, ok, wrong, type Routes } from './answer.ts';

export const webhookRoutes: Routes = {
  '/_demo/webhooks': {
    POST: async (body, { store }) => {
      const asked = members(body, ['topic', 'id', 'family', 'duplicate', 'triggered_at']);
      if (typeof asked === 'string') return wrong(asked);
      const { topic, id, family = 'webhooks', duplicate = false, triggered_at: triggeredAt } = asked;
      const tell = typeof topic === 'string' && Object.hasOwn(topics, topic) ? topics[topic] : undefined;
      if (!tell) return wrong(`topic must be one of ${Object.keys(topics).join(', ')}`);
      if (id !== undefined && typeof id !== 'string' && typeof id !== 'number') return wrong('id must be a text or a number');
      if (!families.includes(family as Family)) return wrong(`family must be one of ${families.join(', ')}`);
      if (typeof duplicate !== 'boolean') return wrong('duplicate must be true or false');
      if (triggeredAt !== undefined && (typeof triggeredAt !== 'string' || Number.isNaN(Date.parse(triggeredAt))))
        return wrong('triggered_at must be an instant such as 2026-11-20T08:00:00Z');
      const payload = tell(store.scene(), id === undefined ? null : String(id));
      if (!payload) return { status: 404, body: { error: `the shop has nothing by ${JSON.stringify(id)} for ${String(topic)}` } };
      if (complianceTopics.includes(topic as string) && !store.workerUrl)
        return { status: 409, body: { error: 'the demo shop does not know the Worker yet: PUT /_demo/worker' } };
      return ok(
        await store.app.webhooks.send(
          {
            topic: topic as string,
            payload,
            family: family as Family,
            isDuplicated: duplicate,
            triggeredAt: triggeredAt as string | undefined,
          },
          store.workerUrl,
        ),
      );
    },
  },
  '/_demo/webhooks.json': {
    GET: (_, { store }) => ok(store.app.webhooks.sent()),
    DELETE: (_, { store }) => {
      store.app.webhooks.clear();
      return ok([]);
    },
  },
};
