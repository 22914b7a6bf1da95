// Names and streets by country: invented people, ordinary names.

export interface Names {
  first: string[];
  last: string[];
  streets: string[];
  locale: string;
}

const german: Names = {
  first: [
    'Marta',
    'Jonas',
    'Lena',
    'Felix',
    'Nele',
    'Anton',
    'Clara',
    'Paul',
    'Ida',
    'Moritz',
    'Greta',
    'Emin',
    'Frieda',
    'Oskar',
    'Selma',
    'Tim',
    'Yara',
    'Leon',
  ],
  last: [
    'Keller',
    'Brandt',
    'Vogel',
    'Yildiz',
    'Hartmann',
    'Lorenz',
    'Seidel',
    'Krüger',
    'Engel',
    'Winter',
    'Sommer',
    'Pohl',
    'Reuter',
    'Kaya',
    'Thiele',
  ],
  streets: ['Kastanienallee', 'Lindenstraße', 'Am Markt', 'Gartenstraße', 'Schulstraße', 'Bergweg', 'Uferstraße', 'Rosenweg'],
  locale: 'de',
};
const english: Names = {
  first: ['Alice', 'Tom', 'Priya', 'Owen', 'Maeve', 'Jack', 'Nora', 'Callum', 'Grace', 'Idris', 'Ruth', 'Sam', 'Zoe', 'Hugo'],
  last: ['Walker', 'Okafor', 'Hughes', 'Patel', 'Murray', 'Byrne', 'Foster', 'Reid', 'Clarke', 'Sharma', 'Doyle', 'Barnes'],
  streets: ['Mill Lane', 'Orchard Road', 'Station Street', 'Maple Avenue', 'Church Row', 'Willow Close', 'Harbour View', 'Elm Street'],
  locale: 'en',
};
const romance = (first: string[], last: string[], streets: string[], locale: string): Names => ({ first, last, streets, locale });
const french = romance(
  ['Camille', 'Luc', 'Inès', 'Théo', 'Manon', 'Hugo', 'Salomé', 'Karim'],
  ['Moreau', 'Girard', 'Lefort', 'Benali', 'Roux', 'Marchand'],
  ['rue des Lilas', 'rue du Moulin', 'avenue Foch', 'quai Perrache'],
  'fr',
);
const spanish = romance(
  ['Lucía', 'Iker', 'Carmen', 'Pablo', 'Ane', 'Diego'],
  ['Ibarra', 'Molina', 'Vega', 'Campos', 'Ortega'],
  ['Calle Mayor', 'Calle del Sol', 'Gran Vía'],
  'es',
);
const italian = romance(
  ['Giulia', 'Marco', 'Elisa', 'Davide', 'Sara'],
  ['Ferrero', 'Galli', 'Conti', 'Riva', 'Bruno'],
  ['Via Roma', 'Via Po', 'Corso Francia'],
  'it',
);
const dutch = romance(
  ['Sanne', 'Daan', 'Femke', 'Bram', 'Lotte', 'Milan'],
  ['de Vries', 'Bakker', 'Jansen', 'Visser', 'Maes'],
  ['Oudegracht', 'Nieuwstraat', 'Kerkstraat', 'Molenweg'],
  'nl',
);
const nordic = romance(
  ['Freja', 'Emil', 'Astrid', 'Oskar', 'Maja', 'Nils'],
  ['Holm', 'Lindberg', 'Nygaard', 'Dahl', 'Berg'],
  ['Skolegade', 'Havnegade', 'Linnégatan', 'Vesterbro'],
  'en',
);
const polish = romance(
  ['Zofia', 'Jan', 'Ola', 'Piotr', 'Kasia'],
  ['Nowak', 'Wrona', 'Zając', 'Mazur', 'Lis'],
  ['ul. Długa', 'ul. Lipowa', 'ul. Polna'],
  'pl',
);

export const namesByCountry: Record<string, Names> = {
  DE: german,
  AT: german,
  GB: english,
  IE: english,
  US: english,
  AU: english,
  FR: french,
  BE: dutch,
  NL: dutch,
  DK: nordic,
  SE: nordic,
  ES: spanish,
  IT: italian,
  PL: polish,
};
