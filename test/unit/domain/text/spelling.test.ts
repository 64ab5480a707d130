import { describe, expect, test } from 'vitest';
import { buildSpelling } from '../../../../src/domain/text/spelling.ts';

const meant = buildSpelling([
  'pneumonia', 'diabetes', 'hypertension', 'hypotension', 'hemorrhage', 'hemorrhoid', 'diverticulitis', 'hyperglobulinemia', 'myoglobinuria', 'gastrostomy', 'macrocytosis', 'gastritis', 'arthritis', 'arteritis',
  'hypercalcemia', 'hyperkalemia', 'treatment', 'osteoarthritis', 'gout', 'onychogryphosis', 'photokeratitis', 'hypovolemia', 'semicoma', 'hyperkalemic', 'thoracolumbago',
], () => new Set(['thoracolumbar']));

describe('a misspelled clinical word', () => {
  test.each([
    ['pnuemonia', 'pneumonia'], ['diabetees', 'diabetes'], ['hypertenssion', 'hypertension'], ['hemorhage', 'hemorrhage'], ['diverticultis', 'diverticulitis'], ['osteoarhtirtis', 'osteoarthritis'],
  ])('%s is meant for %s', (written, form) => expect(meant(written)).toBe(form));

  test.each([
    ['short', 'goutt'], ['another first letter', 'bneumonia'], ['an English word', 'treetment'], ['hypo- is not hyper-', 'hypoglobulinemia'], ['-emia is not -uria', 'myoglobinemia'], ['macro- is not micro-', 'microcytosis'],
    ['two are as near', 'hypercalemia'], ['another root', 'onychocryptosis'], ['another root', 'photodermatitis'], ['another root', 'hypervolemia'], ['another root', 'hypervolemic'], ['another root', 'seminoma'], ['a word that is known otherwise', 'thoracolumbar'], ['a procedure', 'gastrotomy'], ['too many slips', 'pnumoniaa'], ['no word', 'pneumon1a'], ['nothing', ''],
  ])('%s: %s stays as it is', (_, written) => expect(meant(written)).toBeNull());
});
