// Where people live: real towns with plausible streets, so that scans can name them.

export interface Address {
  firstName: string;
  lastName: string;
  address1: string;
  address2: string | null;
  city: string;
  province: string | null;
  provinceCode: string | null;
  zip: string;
  country: string;
  countryCode: string;
  phone: string | null;
  zone: string;
  latitude: number;
  longitude: number;
}

export type Place = Omit<Address, 'firstName' | 'lastName' | 'address1' | 'address2' | 'phone'>;

type Row = readonly [
  city: string,
  zip: string,
  countryCode: string,
  provinceCode: string | null,
  province: string | null,
  latitude: number,
  longitude: number,
  zone?: string,
];

const rows: Row[] = [
  ['Berlin', '10405', 'DE', null, null, 52.53, 13.42],
  ['Berlin', '12043', 'DE', null, null, 52.48, 13.44],
  ['Hamburg', '20357', 'DE', null, null, 53.56, 9.96],
  ['München', '80469', 'DE', null, null, 48.13, 11.57],
  ['Köln', '50674', 'DE', null, null, 50.93, 6.94],
  ['Leipzig', '04229', 'DE', null, null, 51.33, 12.33],
  ['Freiburg im Breisgau', '79098', 'DE', null, null, 47.99, 7.85],
  ['Dresden', '01099', 'DE', null, null, 51.06, 13.75],
  ['Hannover', '30449', 'DE', null, null, 52.37, 9.71],
  ['Stuttgart', '70178', 'DE', null, null, 48.77, 9.17],
  ['Wien', '1070', 'AT', null, null, 48.2, 16.35],
  ['Innsbruck', '6020', 'AT', null, null, 47.27, 11.39],
  ['Salzburg', '5020', 'AT', null, null, 47.8, 13.04],
  ['Lyon', '69004', 'FR', null, null, 45.78, 4.83],
  ['Grenoble', '38000', 'FR', null, null, 45.19, 5.72],
  ['Utrecht', '3512 JE', 'NL', null, null, 52.09, 5.12],
  ['Gent', '9000', 'BE', null, null, 51.05, 3.73],
  ['Aarhus', '8000', 'DK', null, null, 56.16, 10.2],
  ['Göteborg', '413 01', 'SE', null, null, 57.7, 11.95],
  ['Bilbao', '48001', 'ES', 'BI', 'Bizkaia', 43.26, -2.92],
  ['Torino', '10122', 'IT', 'TO', 'Torino', 45.07, 7.68],
  ['Kraków', '31-055', 'PL', null, null, 50.05, 19.94],
  ['Bristol', 'BS6 5QA', 'GB', 'ENG', 'England', 51.47, -2.6, 'Europe/London'],
  ['Edinburgh', 'EH8 9TG', 'GB', 'SCT', 'Scotland', 55.95, -3.18, 'Europe/London'],
  ['Dublin', 'D07 X2F4', 'IE', 'D', 'Dublin', 53.35, -6.27, 'Europe/Dublin'],
  ['Portland', '97214', 'US', 'OR', 'Oregon', 45.51, -122.64, 'America/Los_Angeles'],
  ['Boulder', '80302', 'US', 'CO', 'Colorado', 40.02, -105.28, 'America/Denver'],
  ['Burlington', '05401', 'US', 'VT', 'Vermont', 44.48, -73.21, 'America/New_York'],
  ['Minneapolis', '55407', 'US', 'MN', 'Minnesota', 44.94, -93.26, 'America/Chicago'],
  ['Melbourne', '3065', 'AU', 'VIC', 'Victoria', -37.8, 144.98, 'Australia/Melbourne'],
];

export const countryNames: Record<string, string> = {
  AT: 'Austria',
  AU: 'Australia',
  BE: 'Belgium',
  DE: 'Germany',
  DK: 'Denmark',
  ES: 'Spain',
  FR: 'France',
  GB: 'United Kingdom',
  IE: 'Ireland',
  IT: 'Italy',
  JP: 'Japan',
  NL: 'Netherlands',
  PL: 'Poland',
  SE: 'Sweden',
  US: 'United States',
};

const centralZone: Record<string, string> = {
  AT: 'Europe/Vienna',
  BE: 'Europe/Brussels',
  DE: 'Europe/Berlin',
  DK: 'Europe/Copenhagen',
  ES: 'Europe/Madrid',
  FR: 'Europe/Paris',
  IT: 'Europe/Rome',
  NL: 'Europe/Amsterdam',
  PL: 'Europe/Warsaw',
  SE: 'Europe/Stockholm',
};

export const places: Place[] = rows.map(([city, zip, countryCode, provinceCode, province, latitude, longitude, zone]) => ({
  city,
  zip,
  countryCode,
  provinceCode,
  province,
  latitude,
  longitude,
  country: countryNames[countryCode]!,
  zone: zone ?? centralZone[countryCode]!,
}));
