import type { CodeGroup } from '../operators/expression.ts';

/** Acquired absence of the foot, below or above the knee; the sixth character is the side. */
export const NO_RIGHT_FOOT: CodeGroup = { name: 'right foot amputated', icd10: ['Z89.431', 'Z89.441', 'Z89.511', 'Z89.611'], terms: ['right bka', 'right aka', 'right below-knee amputation', 'right above-knee amputation'], except: [] };
export const NO_LEFT_FOOT: CodeGroup = { name: 'left foot amputated', icd10: ['Z89.432', 'Z89.442', 'Z89.512', 'Z89.612'], terms: ['left bka', 'left aka', 'left below-knee amputation', 'left above-knee amputation'], except: [] };
