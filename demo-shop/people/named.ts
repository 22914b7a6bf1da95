// The twelve customers with fixed e-mail and postcode, whose orders always exist.

import { countryNames, type Address } from './place.ts';
import type { Customer } from './customers.ts';

type Row = readonly [
  first: string,
  last: string,
  street: string,
  city: string,
  zip: string,
  countryCode: string,
  zone: string,
  latitude: number,
  longitude: number,
  locale: string,
  provinceCode?: string,
  province?: string,
];

const rows: Row[] = [
  ['Ana', 'Richter', 'Ackerstraße 21', 'Berlin', '10115', 'DE', 'Europe/Berlin', 52.53, 13.39, 'de'],
  ['Ben', 'Alvarez', '2814 Folsom Street', 'San Francisco', '94110', 'US', 'America/Los_Angeles', 37.75, -122.41, 'en', 'CA', 'California'],
  ['Chloé', 'Lambert', '48 rue Oberkampf', 'Paris', '75011', 'FR', 'Europe/Paris', 48.86, 2.37, 'fr'],
  ['Dev', 'Malhotra', '12 Old Queen Street', 'London', 'SW1A 1AA', 'GB', 'Europe/London', 51.5, -0.14, 'en', 'ENG', 'England'],
  ['Emil', 'Sørensen', 'Østerbrogade 73', 'København', '2100', 'DK', 'Europe/Copenhagen', 55.71, 12.58, 'en'],
  ['Fatima', 'Ruiz', 'Calle de Atocha 55', 'Madrid', '28001', 'ES', 'Europe/Madrid', 40.42, -3.69, 'es', 'M', 'Madrid'],
  ['George', 'Novak', '160 North LaSalle Street', 'Chicago', '60601', 'US', 'America/Chicago', 41.88, -87.63, 'en', 'IL', 'Illinois'],
  ['Hana', 'Mori', '3-14-8 Jingumae', 'Shibuya-ku', '150-0001', 'JP', 'Asia/Tokyo', 35.67, 139.71, 'ja', 'JP-13', 'Tokyo'],
  ['Ivan', 'Kowalski', 'ul. Świętokrzyska 14', 'Warszawa', '00-001', 'PL', 'Europe/Warsaw', 52.23, 21.01, 'pl'],
  ['Jo', 'van Dijk', 'Spuistraat 102', 'Amsterdam', '1012 AB', 'NL', 'Europe/Amsterdam', 52.37, 4.89, 'nl'],
  ['Kim', 'Sander', 'Bergstraße 8', 'Berlin', '10115', 'DE', 'Europe/Berlin', 52.53, 13.39, 'de'],
  ['Liam', 'Fraser', '27 Kent Street', 'Sydney', '2000', 'AU', 'Australia/Sydney', -33.86, 151.2, 'en', 'NSW', 'New South Wales'],
];

export function namedCustomers(): Customer[] {
  return rows.map(
    ([firstName, lastName, address1, city, zip, countryCode, zone, latitude, longitude, locale, provinceCode, province], index) => {
      const email = `${firstName.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()}@example.com`;
      const address: Address = {
        firstName,
        lastName,
        address1,
        city,
        zip,
        countryCode,
        zone,
        latitude,
        longitude,
        address2: null,
        phone: null,
        country: countryNames[countryCode]!,
        provinceCode: provinceCode ?? null,
        province: province ?? null,
      };
      return {
        id: 7_200_000_000_000 + index,
        email,
        firstName,
        lastName,
        locale,
        address,
        phone: null,
        tags: firstName === 'Kim' ? ['VIP'] : [],
        note: null,
        createdDaysAgo: 400 + index * 11,
      };
    },
  );
}
