// One scan of a parcel, with the place it was made at.

import type { Address } from '../people/place.ts';
import type { Scan, ScanStatus } from './order.ts';

export interface Spot {
  city: string;
  country: string;
  zip?: string;
  province?: string;
}

export const spots = {
  warehouse: { city: 'Leipzig', country: 'DE', zip: '04158' },
  leipzigHub: { city: 'Leipzig', country: 'DE', zip: '04435' },
  berlin: { city: 'Berlin', country: 'DE', zip: '13407' },
  cologne: { city: 'Köln', country: 'DE', zip: '51147' },
  paris: { city: 'Roissy-en-France', country: 'FR', zip: '95700' },
  london: { city: 'London', country: 'GB' },
  copenhagen: { city: 'Taastrup', country: 'DK', zip: '2630' },
  madrid: { city: 'Coslada', country: 'ES', zip: '28823' },
  warsaw: { city: 'Warszawa', country: 'PL' },
  amsterdam: { city: 'Amsterdam', country: 'NL' },
  tokyo: { city: 'Tokyo', country: 'JP' },
  sydney: { city: 'Mascot', country: 'AU', province: 'NSW', zip: '2020' },
  memphis: { city: 'Memphis', country: 'US', province: 'TN', zip: '38118' },
  louisville: { city: 'Louisville', country: 'US', province: 'KY', zip: '40213' },
  newYork: { city: 'Jamaica', country: 'US', province: 'NY', zip: '11430' },
  oakland: { city: 'Oakland', country: 'US', province: 'CA', zip: '94621' },
} satisfies Record<string, Spot>;

export function addressSpot(address: Address): Spot {
  return {
    city: address.city,
    country: address.countryCode,
    zip: address.zip,
    ...(address.provinceCode ? { province: address.provinceCode } : {}),
  };
}

export function scan(
  happenedAt: string,
  status: ScanStatus,
  message: string,
  spot: Spot | null,
  estimatedDeliveryAt: string | null = null,
): Scan {
  return {
    status,
    happenedAt,
    message,
    estimatedDeliveryAt,
    city: spot?.city ?? null,
    province: spot?.province ?? null,
    country: spot?.country ?? null,
    zip: spot?.zip ?? null,
  };
}
