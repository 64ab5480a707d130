import type { OperationOutcome, OperationOutcomeIssue } from 'fhir/r4';

type IssueCode = OperationOutcomeIssue['code'];

/** A refusal that the client hears of: status, R4 issue type, one sentence. The sentence names elements and kinds, never content. */
export class FhirError extends Error {
  readonly status: number;
  readonly code: IssueCode;
  /** FHIRPath-like places in the body that was sent. */
  readonly expression: readonly string[];

  constructor(status: number, code: IssueCode, message: string, expression: readonly string[] = []) {
    super(message);
    this.name = 'FhirError';
    this.status = status;
    this.code = code;
    this.expression = expression;
  }
}

export function outcomeOf(error: FhirError): OperationOutcome {
  return outcome('error', error.code, error.message, error.expression);
}

export function outcome(severity: OperationOutcomeIssue['severity'], code: IssueCode, diagnostics: string, expression: readonly string[] = []): OperationOutcome {
  return { resourceType: 'OperationOutcome', issue: [{ severity, code, diagnostics, ...(expression.length > 0 ? { expression: [...expression] } : {}) }] };
}
