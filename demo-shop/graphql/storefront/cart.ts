// Cart queries and mutations of the Storefront API, as far as an assistant would use them.

import { isAvailable } from '../../catalog.ts';
import { bareId, parseGid } from '../../gid.ts';
import type { Context } from '../context.ts';
import { money } from '../money.ts';
import type { Args, View } from '../view.ts';
import type { Cart, CartLine } from './cart_store.ts';
import { variantView } from './product.ts';

export function cartView(cart: Cart, context: Context): View {
  const cents = cart.lines.reduce((sum, line) => sum + line.quantity * line.variant.priceCents, 0);
  const cost = {
    subtotalAmount: money(cents),
    totalAmount: money(cents),
    checkoutChargeAmount: money(cents),
    totalAmountEstimated: true,
    subtotalAmountEstimated: false,
  };
  return {
    __typename: 'Cart',
    id: cart.id,
    checkoutUrl: `${context.origin}/cart/c/${parseGid(cart.id)?.id ?? ''}`,
    totalQuantity: cart.lines.reduce((sum, line) => sum + line.quantity, 0),
    cost,
    estimatedCost: cost,
    note: cart.note,
    lines: cart.lines.map((line) => lineView(line, context)),
    attributes: cart.attributes,
    attribute: ({ key }: Args) => cart.attributes.find((one) => one.key === key) ?? null,
    buyerIdentity: { ...cart.buyer, customer: null },
    discountCodes: cart.discountCodes.map((code) => ({ code, applicable: false })),
    createdAt: cart.createdAt,
    updatedAt: cart.updatedAt,
  };
}

function lineView(line: CartLine, context: Context): View {
  const { variant, quantity } = line;
  return {
    __typename: 'CartLine',
    id: line.id,
    quantity,
    merchandise: variantView(variant, context),
    attributes: line.attributes,
    attribute: ({ key }: Args) => line.attributes.find((one) => one.key === key) ?? null,
    cost: {
      amountPerQuantity: money(variant.priceCents),
      subtotalAmount: money(quantity * variant.priceCents),
      totalAmount: money(quantity * variant.priceCents),
      compareAtAmountPerQuantity: variant.compareAtCents === null ? null : money(variant.compareAtCents),
    },
    instructions: { canRemove: true, canUpdateQuantity: true },
  };
}

interface LineInput {
  merchandiseId: string;
  quantity?: number | null;
  attributes?: { key: string; value: string }[] | null;
}
interface UserError {
  code: string;
  field: string[];
  message: string;
}

export const cartQuery: View = {
  cart: ({ id }: Args, context: Context) => {
    const cart = context.carts.find(id);
    return cart ? cartView(cart, context) : null;
  },
};

const now = (context: Context): string => context.shop.clock.at(0, '12:00');
const change =
  (make: (cart: Cart, args: Args, context: Context) => UserError[]) =>
  (args: Args, context: Context): View => {
    const cart = context.carts.find(args.cartId);
    if (!cart)
      return {
        cart: null,
        userErrors: [{ __typename: 'CartUserError', code: 'INVALID', field: ['cartId'], message: 'The specified cart does not exist.' }],
        warnings: [],
      };
    const userErrors = make(cart, args, context);
    return { cart: cartView(cart, context), userErrors: userErrors.map((one) => ({ __typename: 'CartUserError', ...one })), warnings: [] };
  };

export const cartMutation: View = {
  cartCreate: ({ input }: Args, context: Context) => {
    const cart = context.carts.start(now(context));
    const userErrors = addLines(cart, input?.lines ?? [], ['input', 'lines'], context);
    cart.note = input?.note ?? null;
    cart.attributes = input?.attributes ?? [];
    cart.buyer = input?.buyerIdentity ?? {};
    cart.discountCodes = input?.discountCodes ?? [];
    return { cart: cartView(cart, context), userErrors: userErrors.map((one) => ({ __typename: 'CartUserError', ...one })), warnings: [] };
  },
  cartLinesAdd: change((cart, { lines }, context) => addLines(cart, lines, ['lines'], context)),
  cartLinesUpdate: change((cart, { lines }) =>
    (lines as { id?: string; quantity?: number }[]).flatMap((one, index): UserError[] => {
      const line = cart.lines.find((held) => held.id === one.id);
      if (!line)
        return [
          {
            code: 'INVALID_MERCHANDISE_LINE',
            field: ['lines', String(index), 'id'],
            message: `The merchandise line with id ${one.id} does not exist.`,
          },
        ];
      if (typeof one.quantity === 'number') line.quantity = one.quantity;
      cart.lines = cart.lines.filter((held) => held.quantity > 0);
      return [];
    }),
  ),
  cartLinesRemove: change((cart, { lineIds }) => {
    cart.lines = cart.lines.filter((line) => !(lineIds as string[] | undefined)?.includes(line.id));
    return [];
  }),
  cartNoteUpdate: change((cart, { note }) => {
    cart.note = note;
    return [];
  }),
  cartAttributesUpdate: change((cart, { attributes }) => {
    cart.attributes = attributes;
    return [];
  }),
  cartDiscountCodesUpdate: change((cart, { discountCodes }) => {
    cart.discountCodes = discountCodes;
    return [];
  }),
  cartBuyerIdentityUpdate: change((cart, { buyerIdentity }) => {
    cart.buyer = { ...cart.buyer, ...buyerIdentity };
    return [];
  }),
};

function addLines(cart: Cart, lines: LineInput[], field: string[], context: Context): UserError[] {
  return lines.flatMap(({ merchandiseId, quantity, attributes }, index): UserError[] => {
    const at = [...field, String(index)];
    const variant =
      parseGid(merchandiseId)?.type === 'ProductVariant' ? context.shop.catalog.variantById.get(Number(bareId(merchandiseId))) : undefined;
    if (!variant)
      return [{ code: 'INVALID', field: [...at, 'merchandiseId'], message: `The merchandise with id ${merchandiseId} does not exist.` }];
    if (!isAvailable(variant))
      return [
        {
          code: 'MERCHANDISE_NOT_APPLICABLE',
          field: at,
          message: `The product '${variant.product.text.title[context.language]}' is already sold out.`,
        },
      ];
    const held = cart.lines.find((line) => line.variant.id === variant.id);
    if (held) held.quantity += quantity ?? 1;
    else cart.lines.push({ id: context.carts.nextLineId(), variant, quantity: quantity ?? 1, attributes: attributes ?? [] });
    return [];
  });
}
