// Carts made through the Storefront API. They live in memory, separate from the theme's cart.

import type { Variant } from '../../catalog.ts';

export interface CartLine {
  id: string;
  variant: Variant;
  quantity: number;
  attributes: { key: string; value: string | null }[];
}
export interface Cart {
  id: string;
  lines: CartLine[];
  note: string | null;
  attributes: { key: string; value: string | null }[];
  buyer: Record<string, unknown>;
  discountCodes: string[];
  createdAt: string;
  updatedAt: string;
}

export class CartStore {
  readonly #carts = new Map<string, Cart>();
  #count = 0;

  start(at: string): Cart {
    this.#count++;
    const id = `gid://shopify/Cart/demo${String(this.#count).padStart(6, '0')}?key=${this.#count.toString(16).padStart(32, '0')}`;
    const cart: Cart = { id, lines: [], note: null, attributes: [], buyer: {}, discountCodes: [], createdAt: at, updatedAt: at };
    this.#carts.set(id, cart);
    if (this.#carts.size > 1000) this.#carts.delete(this.#carts.keys().next().value!);
    return cart;
  }

  find(id: string): Cart | null {
    return this.#carts.get(id) ?? null;
  }

  // Lines cost what the shop asks now, and those of what it no longer has are gone.
  revalue(variants: ReadonlyMap<number, Variant>): void {
    for (const cart of this.#carts.values())
      cart.lines = cart.lines.flatMap((line) => {
        const variant = variants.get(line.variant.id);
        return variant ? [{ ...line, variant }] : [];
      });
  }

  nextLineId(): string {
    this.#count++;
    return `gid://shopify/CartLine/${this.#count.toString(16).padStart(8, '0')}-demo?cart=demo`;
  }
}
