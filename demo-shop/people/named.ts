// The customers with fixed e-mail and postcode, whose orders always exist.

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

// Whose parcels only their carriers tell the whole of. They are last in the list, so that everybody else keeps place and id.
const later: Row[] = [
  ['Mia', 'Petersen', 'Schanzenstraße 12', 'Hamburg', '20357', 'DE', 'Europe/Berlin', 53.56, 9.96, 'de'],
  ['Noor', 'Haddad', '1907 SE Hawthorne Boulevard', 'Portland', '97214', 'US', 'America/Los_Angeles', 45.51, -122.64, 'en', 'OR', 'Oregon'],
  ['Otto', 'Lindner', 'Neubaugasse 31', 'Wien', '1070', 'AT', 'Europe/Vienna', 48.2, 16.35, 'de'],
  ['Priya', 'Nair', '9 Cotham Hill', 'Bristol', 'BS6 5QA', 'GB', 'Europe/London', 51.47, -2.6, 'en', 'ENG', 'England'],
  ['Quinn', 'Byrne', '18 Great Western Square', 'Dublin', 'D07 X2F4', 'IE', 'Europe/Dublin', 53.35, -6.27, 'en', 'D', 'Dublin'],
  ['Rosa', 'Conti', 'Via Garibaldi 40', 'Torino', '10122', 'IT', 'Europe/Rome', 45.07, 7.68, 'it', 'TO', 'Torino'],
  ['Sven', 'Åkesson', 'Andra Långgatan 8', 'Göteborg', '413 01', 'SE', 'Europe/Stockholm', 57.7, 11.95, 'en'],
  ['Tara', 'Olsen', '3120 Bloomington Avenue', 'Minneapolis', '55407', 'US', 'America/Chicago', 44.94, -93.26, 'en', 'MN', 'Minnesota'],
];

export function namedCustomers(): Customer[] {
  return rows.map((row, index) => customer(row, index));
}

export function laterCustomers(first: number): Customer[] {
  return later.map((row, index) => customer(row, first + index));
}

function customer(
  [firstName, lastName, address1, city, zip, countryCode, zone, latitude, longitude, locale, provinceCode, province]: Row,
  index: number,
): Customer {
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
    createdDaysAgo: 400 + (index % 100) * 11,
  };
}
