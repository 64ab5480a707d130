import { findIn, isNegated, type PatientType, type Statement } from './visit.ts';

const NEW = /\b(?:new (?:patient|pt)\b|np\b visit|establish(?:ing)? care|initial (?:visit|consult\w*|evaluation|office visit)|first visit|new to (?:me|us|clinic|practice|this))/i;
const KNOWN = /\b(?:est(?:ablished)?\.? (?:patient|pt)\b|follow[- ]?up|f\/u|return(?:ing)? (?:patient|visit|pt)|recheck|last (?:seen|visit)|since (?:the )?last (?:visit|seen)|known to me|interval (?:history|hx|events)|med(?:ication)? (?:check|management|refill)|refill(?:ed|s)?|continue[sd]?|\d+[- ]?(?:mo(?:nth)?|wk|week)s? (?:\w+\/?\w* )?(?:check|visit)|partial response|my (?:patient|pt)\b)/i;

/** Whether the group has seen the patient within three years, by the note's own words (CPT: new and established patient). */
export function patientInWords(statements: readonly Statement[]): PatientType {
  if (findIn(NEW, statements, (found) => !isNegated(found)) !== null) return 'new';
  return findIn(KNOWN, statements, ({ statement, start }) => !/\b(?:pcp|with|for)\s*$/i.test(statement.text.slice(0, start - statement.start)) && !TO_COME.test(statement.text)) === null ? 'unknown' : 'established';
}

const TO_COME = /\b(?:follow[- ]?up|f\/u|recheck) (?:in|with|prn|as needed|if|w\/|\d)/i;
