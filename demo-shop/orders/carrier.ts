// The four carriers: tracking numbers that pass the carriers' own check digits, and their public tracking pages.

import type { Seeded } from '../seeded.ts';
import type { Carrier } from './order.ts';

export function trackingNumber(carrier: Carrier, random: Seeded): string {
  switch (carrier) {
    case 'DHL': {
      // An SSCC-18 behind the "00" application identifier, as on German parcel labels.
      const body = `0034043${random.digits(12)}`;
      return body + mod10(body, 3, 1);
    }
    case 'UPS': {
      const body = `4KF${random.digits(3)}${random.pick(['03', '68', '04'])}${random.digits(7)}`;
      return `1Z${body}${upsCheck(body)}`;
    }
    case 'FedEx': {
      const body = random.between(2, 9) + random.digits(10);
      return body + fedexCheck(body);
    }
    case 'USPS': {
      const body = `94001${random.digits(16)}`;
      return body + mod10(body, 3, 1);
    }
  }
}

export function trackingUrl(carrier: Carrier, number: string): string {
  switch (carrier) {
    case 'DHL':
      return `https://www.dhl.com/global-en/home/tracking.html?tracking-id=${number}&submit=1`;
    case 'UPS':
      return `https://www.ups.com/track?tracknum=${number}`;
    case 'FedEx':
      return `https://www.fedex.com/fedextrack/?trknbr=${number}`;
    case 'USPS':
      return `https://tools.usps.com/go/TrackConfirmAction?tLabels=${number}`;
  }
}

export function isValidTrackingNumber(carrier: Carrier, number: string): boolean {
  const body = number.slice(0, -1);
  const check = Number(number.at(-1));
  switch (carrier) {
    case 'DHL':
      return /^\d{20}$/.test(number) && mod10(body, 3, 1) === check;
    case 'USPS':
      return /^\d{22}$/.test(number) && mod10(body, 3, 1) === check;
    case 'FedEx':
      return /^\d{12}$/.test(number) && fedexCheck(body) === check;
    case 'UPS':
      return /^1Z[A-Z0-9]{15}\d$/.test(number) && upsCheck(body.slice(2)) === check;
  }
}

// Weighted from the right, `first` on the digit next to the check digit.
function mod10(body: string, first: number, second: number): number {
  const sum = [...body].reverse().reduce((total, digit, i) => total + Number(digit) * (i % 2 ? second : first), 0);
  return (10 - (sum % 10)) % 10;
}

function upsCheck(body: string): number {
  const value = (char: string) => (/\d/.test(char) ? Number(char) : (char.charCodeAt(0) - 63) % 10);
  const sum = [...body].reduce((total, char, i) => total + value(char) * (i % 2 ? 2 : 1), 0);
  return (10 - (sum % 10)) % 10;
}

function fedexCheck(body: string): number {
  const weights = [3, 1, 7];
  const sum = [...body].reduce((total, digit, i) => total + Number(digit) * weights[i % 3]!, 0);
  return (sum % 11) % 10;
}
