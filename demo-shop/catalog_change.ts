// What a merchant does to the catalog while the shop runs. A catalog is never changed in place: orders keep speaking of
// the variants they were made of.

import { catalogOf, isAvailable, type Catalog, type Product } from './catalog.ts';

export interface ProductChange {
  title?: string;
  priceCents?: number;
  available?: boolean;
  changedAt: string;
}

// Null stands for a product that was taken out.
export type Changes = ReadonlyMap<string, ProductChange | null>;

export function changedCatalog(catalog: Catalog, changes: Changes): Catalog {
  if (changes.size === 0) return catalog;
  return catalogOf(
    catalog.products.flatMap((product) => {
      const change = changes.get(product.handle);
      return change === undefined ? [product] : change === null ? [] : [changedProduct(product, change)];
    }),
  );
}

function changedProduct(product: Product, { title, priceCents, available, changedAt }: ProductChange): Product {
  const { text } = product;
  const changed: Product = {
    ...product,
    changedAt,
    // The new title in every language: a merchant who renames something has not translated it yet.
    text: title === undefined ? text : { ...text, title: { en: title, de: title } },
    variants: [],
  };
  changed.variants = product.variants.map((variant) => {
    const isSold = available === true && !isAvailable(variant);
    return {
      ...variant,
      product: changed,
      priceCents: priceCents ?? variant.priceCents,
      quantity: available === false ? 0 : isSold ? restocked : variant.quantity,
      isBackOrdered: available === false ? false : variant.isBackOrdered,
    };
  });
  return changed;
}

const restocked = 12;
