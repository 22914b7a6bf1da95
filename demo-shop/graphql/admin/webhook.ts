// Webhook subscriptions at the Admin API: read, made, changed and taken away.

import { bareId, gid, parseGid } from '../../gid.ts';
import type { Subscription, SubscriptionInput, UserError } from '../../webhooks/subscriptions.ts';
import type { Context } from '../context.ts';
import type { Args, View } from '../view.ts';
import { count } from '../views.ts';

const idOf = (id: string): number => (parseGid(id)?.type === 'WebhookSubscription' ? Number(bareId(id)) : Number.NaN);

export const webhookQuery: View = {
  webhookSubscription: ({ id }: Args, { app }: Context) => {
    const found = app.webhooks.subscriptions.find(idOf(id));
    return found && subscriptionView(found);
  },
  webhookSubscriptions: ({ topics, uri, callbackUrl, format }: Args, { app }: Context) =>
    app.webhooks.subscriptions
      .all()
      .filter(
        (one) =>
          (!topics || topics.includes(one.topic)) &&
          (!(uri ?? callbackUrl) || one.uri === (uri ?? callbackUrl)) &&
          (!format || format === 'JSON'),
      )
      .map(subscriptionView),
  webhookSubscriptionsCount: (_: Args, { app }: Context) => count(app.webhooks.subscriptions.all().length),
};

export const webhookMutation: View = {
  webhookSubscriptionCreate: ({ topic, webhookSubscription }: Args, { app, version }: Context) =>
    payload(app.webhooks.subscriptions.create(topic, webhookSubscription as SubscriptionInput, app.scopes, version)),
  webhookSubscriptionUpdate: ({ id, webhookSubscription }: Args, { app }: Context) =>
    payload(app.webhooks.subscriptions.update(idOf(id), webhookSubscription as SubscriptionInput)),
  webhookSubscriptionDelete: ({ id }: Args, { app }: Context) => {
    const userErrors = app.webhooks.subscriptions.delete(idOf(id));
    return { deletedWebhookSubscriptionId: userErrors.length ? null : id, userErrors };
  },
};

function payload(result: Subscription | UserError[]): View {
  return Array.isArray(result)
    ? { webhookSubscription: null, userErrors: result }
    : { webhookSubscription: subscriptionView(result), userErrors: [] };
}

function subscriptionView({ id, topic, uri, includeFields, name, version, createdAt, updatedAt }: Subscription): View {
  return {
    __typename: 'WebhookSubscription',
    id: gid('WebhookSubscription', id),
    legacyResourceId: String(id),
    topic,
    uri,
    callbackUrl: uri,
    endpoint: { __typename: 'WebhookHttpEndpoint', callbackUrl: uri },
    format: 'JSON',
    includeFields,
    filter: null,
    metafieldNamespaces: [],
    metafields: [],
    name,
    apiVersion: { handle: version, displayName: version, supported: true },
    createdAt,
    updatedAt,
  };
}
