// LineItem: what was ordered, at the price and under the name of that day.

import { variantTitle } from '../../catalog.ts';
import { gid } from '../../gid.ts';
import { shippedQuantity, unshippedQuantity, type Line, type Order } from '../../orders/order.ts';
import type { Context } from '../context.ts';
import { bag, includedTax, plainMoney, taxRate } from '../money.ts';
import type { View } from '../view.ts';
import { imageOf, once } from '../views.ts';
import { productView, variantView } from './product.ts';
import { returnReasons } from './return_reason.ts';

export function lineItemView(line: Line, order: Order, context: Context): View {
  return once(context, `LineItem ${line.id}`, () => {
    const { variant } = line;
    const { product } = variant;
    const now = context.shop.catalog.variantById.get(variant.id);
    const { text } = product;
    const left = unshippedQuantity(order, line);
    const total = line.quantity * line.unitCents;
    const title = variant.values.length ? variantTitle(variant, 'en') : null;
    const isDigital = Boolean(text.isDigital);
    return {
      __typename: 'LineItem',
      id: gid('LineItem', line.id),
      title: text.title.en,
      variantTitle: title,
      name: title ? `${text.title.en} - ${title}` : text.title.en,
      sku: variant.sku,
      vendor: text.vendor,
      quantity: line.quantity,
      currentQuantity: line.quantity - line.removed,
      unfulfilledQuantity: left,
      fulfillableQuantity: left,
      nonFulfillableQuantity: line.quantity - left,
      refundableQuantity: line.quantity - line.removed,
      fulfillmentStatus: left === 0 ? 'fulfilled' : shippedQuantity(order, line) > 0 ? 'partial' : 'unfulfilled',
      requiresShipping: !isDigital,
      isGiftCard: false,
      taxable: true,
      restockable: true,
      merchantEditable: true,
      image: () => imageOf(product, context),
      // What the shop no longer has is null here; the line keeps its own title.
      product: () => (now ? productView(now.product, context) : null),
      variant: () => (now ? variantView(now, context) : null),
      originalUnitPriceSet: bag(line.unitCents),
      originalUnitPrice: plainMoney(line.unitCents),
      discountedUnitPriceSet: bag(line.unitCents),
      discountedUnitPrice: plainMoney(line.unitCents),
      discountedUnitPriceAfterAllDiscountsSet: bag(line.unitCents),
      originalTotalSet: bag(total),
      originalTotal: plainMoney(total),
      discountedTotalSet: bag(total),
      discountedTotal: plainMoney(total),
      priceAfterAllDiscountsBeforeTaxesSet: bag(total - includedTax(total)),
      unfulfilledOriginalTotalSet: bag(left * line.unitCents),
      unfulfilledOriginalTotal: plainMoney(left * line.unitCents),
      unfulfilledDiscountedTotalSet: bag(left * line.unitCents),
      unfulfilledDiscountedTotal: plainMoney(left * line.unitCents),
      totalDiscountSet: bag(0),
      totalDiscount: plainMoney(0),
      taxLines: [
        {
          title: 'VAT',
          rate: taxRate,
          ratePercentage: taxRate * 100,
          priceSet: bag(includedTax(total)),
          price: plainMoney(includedTax(total)),
        },
      ],
      weight: { value: text.weightGrams, unit: 'GRAMS' },
      suggestedReturnReasonDefinitions: returnReasons,
    };
  });
}
