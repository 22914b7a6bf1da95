// MailingAddress, with the parts that Shopify derives.

import { gid } from '../../gid.ts';
import type { Address } from '../../people/place.ts';
import { hash32 } from '../../seeded.ts';
import type { Args, View } from '../view.ts';

export function addressView(address: Address, key: string): View {
  const name = `${address.firstName} ${address.lastName}`;
  const town = ['GB', 'US', 'AU', 'IE'].includes(address.countryCode)
    ? `${address.city}${address.provinceCode ? ` ${address.provinceCode}` : ''} ${address.zip}`
    : `${address.zip} ${address.city}`;
  return {
    __typename: 'MailingAddress',
    id: gid('MailingAddress', `${9_000_000_000_000 + hash32(key)}?model_name=Address`),
    firstName: address.firstName,
    lastName: address.lastName,
    name,
    company: null,
    address1: address.address1,
    address2: address.address2,
    city: address.city,
    zip: address.zip,
    province: address.province,
    provinceCode: address.provinceCode,
    country: address.country,
    countryCode: address.countryCode,
    countryCodeV2: address.countryCode,
    phone: address.phone,
    latitude: address.latitude,
    longitude: address.longitude,
    coordinatesValidated: true,
    timeZone: address.zone,
    formatted: ({ withName }: Args) => [
      ...(withName ? [name] : []),
      address.address1,
      ...(address.address2 ? [address.address2] : []),
      town,
      address.country,
    ],
    formattedArea: `${address.city}, ${address.country}`,
  };
}
