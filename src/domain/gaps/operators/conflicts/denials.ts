import { isAtOrBelow, isUnderAny } from '../../../coding/hierarchy.ts';

/** Denied without a kind, the whole matter is denied: "no sepsis" denies sepsis by any germ. ICD-10-CM with the dot; each stands for everything beneath it. */
const WHOLE: readonly { readonly denied: readonly string[]; readonly stated: readonly string[] }[] = [
  { denied: ['A41.9'], stated: ['A02.1', 'A32.7', 'A40', 'A41', 'B37.7', 'R65.2', 'T81.44', 'O85'] },
  { denied: ['J18.9'], stated: ['J12', 'J13', 'J14', 'J15', 'J16', 'J17', 'J18', 'J69.0', 'J10.0', 'J11.0'] },
  { denied: ['I50.9'], stated: ['I50', 'I11.0', 'I13.0', 'I13.2'] },
  { denied: ['I21.9'], stated: ['I21'] },
  { denied: ['I63.9'], stated: ['I63'] },
  { denied: ['I26.99', 'I26.9'], stated: ['I26'] },
  { denied: ['J96.90', 'J96.9', 'J96.00'], stated: ['J96.0', 'J96.2', 'J96.9'] },
  { denied: ['N17.9'], stated: ['N17'] },
  { denied: ['G93.40', 'G93.41'], stated: ['G92', 'G93.4', 'K76.82'] },
  { denied: ['E46'], stated: ['E40', 'E41', 'E42', 'E43', 'E44', 'E45', 'E46'] },
  { denied: ['I82.40', 'I82.4'], stated: ['I82.4'] },
  { denied: ['L03.9'], stated: ['L03'] },
  { denied: ['N39.0'], stated: ['N39.0', 'N10', 'N30.0', 'T83.51'] },
  { denied: ['K85.9', 'K85.90'], stated: ['K85'] },
  { denied: ['M86.9'], stated: ['M86'] },
  { denied: ['L89.9'], stated: ['L89'] },
  { denied: ['D62'], stated: ['D62'] },
];

/** Whether denying the one denies the other. */
export function denies(denied: string, stated: string): boolean {
  return isAtOrBelow(stated, denied) || WHOLE.some((matter) => isUnderAny(denied, matter.denied) && isUnderAny(stated, matter.stated));
}
