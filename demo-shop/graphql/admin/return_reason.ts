// The reasons for returns that the shop offers.

import { gid } from '../../gid.ts';
import type { View } from '../view.ts';

const names: [handle: string, name: string, old: string][] = [
  ['size-too-small', 'Size was too small', 'SIZE_TOO_SMALL'],
  ['size-too-large', 'Size was too large', 'SIZE_TOO_LARGE'],
  ['unwanted', 'Customer changed their mind', 'UNWANTED'],
  ['not-as-described', 'Item not as described', 'NOT_AS_DESCRIBED'],
  ['wrong-item', 'Received the wrong item', 'WRONG_ITEM'],
  ['defective', 'Damaged or defective', 'DEFECTIVE'],
  ['style', 'Style', 'STYLE'],
  ['color', 'Colour', 'COLOR'],
  ['other', 'Other', 'OTHER'],
];

export const returnReasons: View[] = names.map(([handle, name], index) => ({
  __typename: 'ReturnReasonDefinition',
  id: gid('ReturnReasonDefinition', index + 1),
  handle,
  name,
  deleted: false,
}));

export function returnReason(old: string): View {
  return returnReasons[
    Math.max(
      0,
      names.findIndex(([, , one]) => one === old),
    )
  ]!;
}
