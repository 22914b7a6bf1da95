// The theme's own script: keeps the price and the address in step with the chosen variant.

const source = document.querySelector('[data-product]');
const select = document.querySelector('[data-variant-select]');

if (source && select) {
  const product = JSON.parse(source.textContent);
  select.addEventListener('change', () => {
    const variant = product.variants.find((one) => String(one.id) === select.value);
    if (!variant) return;
    document.querySelector('[data-price]').textContent = `€${(variant.price / 100).toFixed(2)}`;
    const address = new URL(location.href);
    address.searchParams.set('variant', variant.id);
    history.replaceState(null, '', address);
  });
}
