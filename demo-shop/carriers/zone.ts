// The time zone of a scan: carriers tell local times.

import type { Scan } from '../orders/order.ts';
import type { Address } from '../people/place.ts';

const byCountry: Record<string, string> = {
  AT: 'Europe/Vienna',
  AU: 'Australia/Sydney',
  BE: 'Europe/Brussels',
  CH: 'Europe/Zurich',
  DE: 'Europe/Berlin',
  DK: 'Europe/Copenhagen',
  ES: 'Europe/Madrid',
  FR: 'Europe/Paris',
  GB: 'Europe/London',
  IE: 'Europe/Dublin',
  IT: 'Europe/Rome',
  JP: 'Asia/Tokyo',
  NL: 'Europe/Amsterdam',
  PL: 'Europe/Warsaw',
  SE: 'Europe/Stockholm',
};

const byState: Record<string, string> = {
  CA: 'America/Los_Angeles',
  KY: 'America/New_York',
  NY: 'America/New_York',
  TN: 'America/Chicago',
};

export function zoneOf({ country, province, city }: Pick<Scan, 'country' | 'province' | 'city'>, address: Address | null): string {
  if (address && country === address.countryCode && city === address.city) return address.zone;
  return (country === 'US' ? byState[province ?? ''] : byCountry[country ?? '']) ?? 'UTC';
}
