// Product filters: what narrows a search or a collection, and which of them a result offers.

import { isAvailable, type Product } from '../../catalog.ts';
import type { Language } from '../../content.ts';
import type { View } from '../view.ts';

export interface ProductFilter {
  available?: boolean | null;
  price?: { min?: number | null; max?: number | null } | null;
  productType?: string | null;
  productVendor?: string | null;
  tag?: string | null;
  variantOption?: { name: string; value: string } | null;
}

type Kind = keyof ProductFilter;

// Filters of one kind widen each other, kinds narrow each other. Filters on variants must hold for one and the same variant.
export function filterProducts(products: Product[], filters: ProductFilter[] | null | undefined, language: Language): Product[] {
  if (!filters?.length) return products;
  const kinds = new Map<string, ProductFilter[]>();
  for (const filter of filters) {
    for (const kind of Object.keys(filter) as Kind[]) {
      if (filter[kind] === null || filter[kind] === undefined) continue;
      const key = kind === 'variantOption' ? `variantOption ${fold(filter.variantOption!.name)}` : kind;
      kinds.set(key, [...(kinds.get(key) ?? []), filter]);
    }
  }
  return products.filter((product) =>
    product.variants.some((variant) =>
      [...kinds].every(([kind, some]) =>
        some.some((filter) => {
          const { text } = product;
          switch (kind.split(' ')[0] as Kind) {
            case 'available':
              return isAvailable(variant) === filter.available;
            case 'price':
              return variant.priceCents / 100 >= (filter.price!.min ?? 0) && variant.priceCents / 100 <= (filter.price!.max ?? Infinity);
            case 'productType':
              return fold(text.type[language]) === fold(filter.productType!);
            case 'productVendor':
              return fold(text.vendor) === fold(filter.productVendor!);
            case 'tag':
              return text.tags[language].some((tag) => fold(tag) === fold(filter.tag!));
            case 'variantOption':
              return variant.values.some(
                (value, index) =>
                  fold(text.options[index]!.name[language]) === fold(filter.variantOption!.name) &&
                  fold(value[language]) === fold(filter.variantOption!.value),
              );
            // Kinds that the demo shop holds no data for (metafields, categories) match nothing.
            default:
              return false;
          }
        }),
      ),
    ),
  );
}

export function filtersOf(products: Product[], language: Language): View[] {
  const tally = (names: string[]) =>
    [...names.reduce((counts, name) => counts.set(name, (counts.get(name) ?? 0) + 1), new Map<string, number>())].sort(([a], [b]) =>
      a.localeCompare(b, language),
    );
  const prices = products.flatMap((product) => product.variants.map((variant) => variant.priceCents / 100));
  const list = (id: string, label: string, kind: string, names: string[]): View => ({
    id,
    label,
    type: 'LIST',
    presentation: 'TEXT',
    values: tally(names).map(([name, count]) => ({
      id: `${id}.${name.toLowerCase().replaceAll(' ', '-')}`,
      label: name,
      count,
      input: JSON.stringify({ [kind]: name }),
    })),
  });
  const soldOut = products.filter((product) => !product.variants.some(isAvailable)).length;
  const filters: View[] = [
    {
      id: 'filter.v.availability',
      label: language === 'de' ? 'Verfügbarkeit' : 'Availability',
      type: 'LIST',
      presentation: 'TEXT',
      values: [
        {
          id: 'filter.v.availability.1',
          label: language === 'de' ? 'Auf Lager' : 'In stock',
          count: products.length - soldOut,
          input: '{"available":true}',
        },
        {
          id: 'filter.v.availability.0',
          label: language === 'de' ? 'Ausverkauft' : 'Out of stock',
          count: soldOut,
          input: '{"available":false}',
        },
      ],
    },
    list(
      'filter.p.product_type',
      language === 'de' ? 'Produkttyp' : 'Product type',
      'productType',
      products.map((product) => product.text.type[language]),
    ),
    list(
      'filter.p.tag',
      'Tag',
      'tag',
      products.flatMap((product) => product.text.tags[language]),
    ),
  ];
  if (prices.length) {
    filters.push({
      id: 'filter.v.price',
      label: language === 'de' ? 'Preis' : 'Price',
      type: 'PRICE_RANGE',
      presentation: 'TEXT',
      values: [
        {
          id: 'filter.v.price',
          label: language === 'de' ? 'Preis' : 'Price',
          count: products.length,
          input: JSON.stringify({ price: { min: 0, max: Math.max(...prices) } }),
        },
      ],
    });
  }
  return filters;
}

function fold(text: string): string {
  return text.trim().toLowerCase();
}
