// What each filter of a product, variant or customer search means at the Admin API.

import { createdAt, isAvailable, updatedAt, variantTitle, type Product, type Variant } from '../../catalog.ts';
import type { Customer } from '../../people/customers.ts';
import type { Context } from '../context.ts';
import type { SearchTable } from '../search.ts';

export const productSearch = ({ shop }: Context): SearchTable<Product> => ({
  default: {
    kind: 'words',
    of: ({ text, variants }) => [
      `${text.title.en} ${text.type.en} ${text.vendor} ${text.tags.en.join(' ')}`,
      ...variants.map((variant) => variant.sku),
    ],
  },
  title: { kind: 'words', of: (product) => [product.text.title.en] },
  handle: { kind: 'exact', of: (product) => [product.handle] },
  id: { kind: 'id', of: (product) => product.id },
  product_type: { kind: 'exact', of: (product) => [product.text.type.en] },
  vendor: { kind: 'exact', of: (product) => [product.text.vendor] },
  tag: { kind: 'exact', of: (product) => product.text.tags.en },
  tag_not: { kind: 'test', of: (product, value) => !product.text.tags.en.some((tag) => tag.toLowerCase() === value) },
  status: { kind: 'exact', of: () => ['active'] },
  published_status: { kind: 'test', of: (_, value) => value.startsWith('published') || value.startsWith('online_store') },
  sku: { kind: 'exact', of: (product) => product.variants.map((variant) => variant.sku) },
  barcode: { kind: 'exact', of: () => [] },
  price: { kind: 'number', of: (product) => product.variants[0]!.priceCents / 100 },
  'variants.price': { kind: 'number', of: (product) => product.variants[0]!.priceCents / 100 },
  inventory_total: { kind: 'number', of: (product) => product.variants.reduce((sum, variant) => sum + variant.quantity, 0) },
  out_of_stock_somewhere: { kind: 'flag', of: (product) => product.variants.some((variant) => variant.quantity <= 0) },
  available_for_sale: { kind: 'flag', of: (product) => product.variants.some(isAvailable) },
  is_price_reduced: { kind: 'flag', of: (product) => product.variants.some((variant) => variant.compareAtCents !== null) },
  gift_card: { kind: 'flag', of: () => false },
  created_at: { kind: 'time', of: (product) => createdAt(product, shop.clock) },
  published_at: { kind: 'time', of: (product) => createdAt(product, shop.clock) },
  updated_at: { kind: 'time', of: (product) => updatedAt(product, shop.clock) },
});

export const variantSearch = ({ shop }: Context): SearchTable<Variant> => ({
  default: { kind: 'words', of: (variant) => [`${variant.product.text.title.en} ${variantTitle(variant, 'en')}`, variant.sku] },
  title: { kind: 'words', of: (variant) => [variantTitle(variant, 'en')] },
  sku: { kind: 'exact', of: (variant) => [variant.sku] },
  id: { kind: 'id', of: (variant) => variant.id },
  product_id: { kind: 'id', of: (variant) => variant.product.id },
  product_ids: { kind: 'test', of: (variant, value) => value.split(',').includes(String(variant.product.id)) },
  product_type: { kind: 'exact', of: (variant) => [variant.product.text.type.en] },
  vendor: { kind: 'exact', of: (variant) => [variant.product.text.vendor] },
  tag: { kind: 'exact', of: (variant) => variant.product.text.tags.en },
  inventory_quantity: { kind: 'number', of: (variant) => variant.quantity },
  option1: { kind: 'exact', of: (variant) => [variant.values[0]?.en] },
  option2: { kind: 'exact', of: (variant) => [variant.values[1]?.en] },
  updated_at: { kind: 'time', of: (variant) => updatedAt(variant.product, shop.clock) },
});

export const customerSearch: SearchTable<Customer> = {
  default: {
    kind: 'words',
    of: (customer) => [
      `${customer.firstName} ${customer.lastName}`,
      customer.email,
      customer.phone,
      `${customer.address.city} ${customer.address.country}`,
      ...customer.tags,
    ],
  },
  email: { kind: 'words', of: (customer) => [customer.email] },
  first_name: { kind: 'words', of: (customer) => [customer.firstName] },
  last_name: { kind: 'words', of: (customer) => [customer.lastName] },
  phone: { kind: 'exact', of: (customer) => [customer.phone] },
  tag: { kind: 'exact', of: (customer) => customer.tags },
  tag_not: { kind: 'test', of: (customer, value) => !customer.tags.some((tag) => tag.toLowerCase() === value) },
  country: { kind: 'exact', of: (customer) => [customer.address.country, customer.address.countryCode] },
  id: { kind: 'id', of: (customer) => customer.id },
  state: { kind: 'exact', of: () => ['enabled'] },
  accepts_marketing: { kind: 'flag', of: (customer) => customer.tags.includes('newsletter') },
};
