import type { CodeGroup } from '../operators/expression.ts';
import { ageBetween } from '../operators/age-between.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { declined } from '../operators/declined.ts';
import { done } from '../operators/done.ts';
import { hasActive } from '../operators/has-active.ts';
import { not } from '../operators/not.ts';
import { statedInNotes } from '../operators/stated-in-notes.ts';
import { defineRule } from '../rule.ts';

const KNOWN_DELAY: CodeGroup = {
  name: 'a known disorder of development', icd10: ['F70', 'F71', 'F72', 'F73', 'F79', 'F80', 'F82', 'F84', 'F88', 'F89', 'G80', 'Q90', 'R62.0', 'R62.5'],
  terms: ['developmental delay', 'autism*', 'down syndrome', 'cerebral palsy'], except: ['family history', 'screening', 'risk*', 'no '],
};
const TOOLS = ['asq', 'asq-3', 'asq3', 'asq 3', 'ages and stages*', 'ages & stages*', 'swyc', 'survey of well-being*', 'survey of wellbeing*', 'peds:dm', 'peds-dm', 'parents\' evaluation of developmental*', 'parents’ evaluation of developmental*', 'bayley*', 'battelle*', 'brigance*', 'cdi'];
const WORDS = [...TOOLS, 'developmental screen*', 'developmental test*', 'global developmental*'];

export default defineRule({
  id: 'developmental-screening',
  version: '1.0.0',
  kind: 'care',
  audience: ['clinician', 'quality'],
  order: 115,
  title: 'Developmental screening by a standardized tool',
  topic: 'developmental-screening',
  authority: ['AAP, promoting optimal development: identifying infants and young children with developmental disorders (2020): by a standardized tool at 9, 18 and 30 months', 'CMS Child Core Set, Developmental Screening in the First Three Years of Life (2026): within the 12 months before each birthday'],
  rationale: 'A tool’s result of the last 12 months, as in the core set’s measure. "Development normal" and milestones ticked off are surveillance, not screening; M-CHAT looks for autism only (due at 18 and 24 months) and does not answer it, as in the measure.',
  appliesTo: all(ageBetween(9, 36, 'months'), not(hasActive(KNOWN_DELAY))),
  trigger: ageBetween(9, 36, 'months'),
  met: any(
    done('developmental screening', { codes: { icd10: ['Z13.42'], hcpcs: ['G0451'] }, words: WORDS, except: ['asq-se', 'asq:se', 'social-emotional'], kinds: ['Observation', 'Procedure', 'DiagnosticReport', 'Condition'], withinMonths: 12 }),
    statedInNotes('the result of a tool', { actions: ['pass', 'passed', 'passes', 'normal', 'abnormal', 'wnl', 'above cutoff', 'below cutoff', 'monitoring zone', 'on track', 'no concerns', 'failed', 'scored', 'scores', 'completed', 'reviewed', 'negative', 'positive', 'typical'], objects: TOOLS }),
    declined('developmental screening', WORDS, 6),
  ),
  says: {
    open: 'No result of a standardized developmental tool of the last 12 months is on record, and no note tells of one or that it was declined.',
    met: 'Development was screened by a tool in the last 12 months, or it was declined.',
    outOfScope: 'Only from 9 through 35 months without a known disorder of development.',
    notTriggered: 'Only from 9 through 35 months.',
  },
  asks: null,
  thresholds: { every: { at: ['/met/of/0/withinMonths'], unit: 'months', between: [6, 15] } },
});
