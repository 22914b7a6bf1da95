// The shop's customers: the twelve whom everybody knows by name, the generated ones up to 300, and the named ones who came later.

import { Seeded } from '../seeded.ts';
import { laterCustomers, namedCustomers } from './named.ts';
import { namesByCountry } from './names.ts';
import { places, type Address } from './place.ts';

export interface Customer {
  id: number;
  email: string;
  firstName: string;
  lastName: string;
  phone: string | null;
  locale: string;
  tags: string[];
  note: string | null;
  address: Address;
  createdDaysAgo: number;
}

// Without those who came later: so many are dealt out over the generated orders.
export const customerCount = 300;

export function buildCustomers(seed: number): Customer[] {
  const customers = namedCustomers();
  const random = new Seeded(seed, 'customers');
  const taken = new Set(customers.map((customer) => customer.email));
  while (customers.length < customerCount) {
    const customer = generated(random, customers.length);
    if (taken.has(customer.email)) continue;
    taken.add(customer.email);
    customers.push(customer);
  }
  return [...customers, ...laterCustomers(customers.length)];
}

function generated(random: Seeded, index: number): Customer {
  const place = random.pick(places);
  const names = namesByCountry[place.countryCode]!;
  const firstName = random.pick(names.first);
  const lastName = random.pick(names.last);
  const number = random.between(1, 88);
  const street = random.pick(names.streets);
  const numberFirst = ['GB', 'IE', 'US', 'AU', 'FR'].includes(place.countryCode);
  const phone = random.chance(0.5) ? `+${random.between(30, 49)}${random.digits(9)}` : null;
  const address: Address = {
    ...place,
    firstName,
    lastName,
    phone,
    address1: numberFirst ? `${number} ${street}` : `${street} ${number}`,
    address2: random.chance(0.15) ? (place.countryCode === 'US' ? `Apt ${random.between(2, 40)}` : `${random.between(1, 5)}. OG`) : null,
  };
  const plain = (word: string) =>
    word
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replaceAll('ß', 'ss')
      .replaceAll('ł', 'l')
      .replace(/[^A-Za-z]/g, '')
      .toLowerCase();
  const suffix = random.chance(0.4) ? String(random.between(2, 99)) : '';
  return {
    id: 7_200_000_000_000 + index,
    // example.org and example.net are reserved for examples too, and keep clear of the named example.com people.
    email: `${plain(firstName)}.${plain(lastName)}${suffix}@${random.pick(['example.org', 'example.net'])}`,
    firstName,
    lastName,
    phone,
    address,
    locale: names.locale,
    tags: [
      ...(random.chance(0.2) ? ['newsletter'] : []),
      ...(random.chance(0.03) ? ['VIP'] : []),
      ...(random.chance(0.08) ? ['wholesale'] : []),
    ],
    note: null,
    createdDaysAgo: random.between(210, 900),
  };
}
