import type { Measurement } from '../operators/expression.ts';
import { only } from './units.ts';

/** Packs a day times years. Notes write the number before the name, which rules read as words. */
export const PACK_YEARS: Measurement = {
  name: 'Pack-years smoked', loinc: ['8664-5'], unit: '{pack-years}', ...only({ 1: 1, '{PackYears}': 1, '{pack}.a': 1, '{pack-year}': 1, '{packs}.a': 1 }), plausible: [0, 300], category: 'survey',
};
