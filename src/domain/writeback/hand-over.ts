import type { ClaimDiagnosis, ClaimService, WriteStep } from '../model/index.ts';
import { answerWords } from '../review/queries.ts';
import { counted } from './claim-services.ts';
import { answeredLines, questionLines } from './query-note.ts';

/**
 * What a person does by hand, to copy: one paragraph a step, codes with their titles, no patient name. The steps of other destinations are left out.
 */
export function handOverWords(steps: readonly WriteStep[]): string {
  return steps.filter((step) => step.to === 'hand').map(words).join('\n\n');
}

function words({ action, says }: WriteStep): string {
  switch (action.kind) {
    case 'create-claim':
    case 'update-claim': return [says, ...action.diagnoses.map(line), ...(action.services ?? []).map(serviceLine)].join('\n');
    case 'file-note': return action.text;
    case 'send-query': return [says, ...questionLines(action.question)].join('\n');
    case 'answer-query': return [says, ...answeredLines(action.question, action.choice)].join('\n');
    case 'close-query': return action.answer === null ? says : `${says}\nAnswer: ${answerWords(action.answer.question, action.answer.choice)}`;
    default: return says;
  }
}

function line({ sequence, diagnosis }: ClaimDiagnosis): string {
  return `${sequence}. ${diagnosis === null ? 'as it stands there' : `${diagnosis.code} ${diagnosis.title}`.trim()}`;
}

function serviceLine(service: ClaimService): string {
  return [`${counted(service)} ${service.title}`.trim(), ...(service.pointers.length === 0 ? [] : [`for diagnosis ${service.pointers.join(', ')}`]), ...(service.instead === null ? [] : [`instead of ${service.instead}`])].join(', ');
}
