// More products than anybody wrote: the written ones again in named series, for tests of how things are with many.

import type { ProductText } from './content.ts';
import { hash32 } from './seeded.ts';

// `count` of them, the written products in turn and a series for each round. What is long is shared with the written
// product, so that a hundred thousand fit into memory.
export function seriesOf(written: readonly ProductText[], count: number): ProductText[] {
  return Array.from({ length: count }, (_, index) => inSeries(written[index % written.length]!, 1 + Math.floor(index / written.length)));
}

function inSeries(base: ProductText, number: number): ProductText {
  const name = names[(number - 1) % names.length]!;
  const generation = 1 + Math.floor((number - 1) / names.length);
  const words = generation === 1 ? name : `${name} ${generation}`;
  const handle = `${base.handle}-${words.toLowerCase().replace(' ', '-')}`;
  // From four fifths of the written price to six fifths.
  const factor = 80 + (hash32(handle) % 41);
  const price = (amount: string) => ((Math.round((Number(amount) * factor) / 10) * 10) / 100).toFixed(2);
  return {
    ...base,
    handle,
    title: { en: `${base.title.en} ${words}`, de: `${base.title.de} ${words}` },
    price: price(base.price),
    compareAtPrice: base.compareAtPrice === null ? null : price(base.compareAtPrice),
    series: { of: base.handle, number },
  };
}

const names = (
  'Alder Ashdown Bracken Bramble Burnet Calder Clover Coldwell Dunmore Elder Ennis Farrow Garth Gorse Harrow Heather ' +
  'Holm Inver Juniper Keld Kinross Larch Linden Lorne Marram Medlar Nettle Orrin Osier Pentland Quarry Rannoch ' +
  'Rowan Sedge Sorrel Spindle Stour Tamar Teasel Thorn Ullin Vetch Wharf Whin Willow Wyre Yarrow Yew'
).split(' ');
