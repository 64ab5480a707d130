export type LaunchErrorKind =
  /** The app was opened on its own, with no launch behind it. */
  | 'not-launched'
  /** The FHIR server that the link names is not one of the site's. */
  | 'not-allowed'
  | 'no-launch'
  /** The site has several EHRs and the link names none. */
  | 'choose-ehr'
  /** The EHR's SMART configuration cannot be used safely. */
  | 'bad-configuration'
  | 'unreachable'
  | 'access-denied'
  | 'refused'
  /** The browser keeps nothing for this page: open it in its own window. */
  | 'storage-blocked'
  /** The sign-in began where this page cannot see it: open it in its own window. */
  | 'state-lost'
  | 'state-expired'
  | 'signed-out'
  /** The id_token does not prove who signed in. */
  | 'identity'
  | 'lookup';

/** The launch did not complete. Message and advice are for the person; never a token, an id or what a server wrote. */
export class LaunchError extends Error {
  readonly kind: LaunchErrorKind;
  readonly whatToDo: string;
  constructor(kind: LaunchErrorKind, message: string, whatToDo: string) {
    super(message);
    this.name = 'LaunchError';
    this.kind = kind;
    this.whatToDo = whatToDo;
  }
}
