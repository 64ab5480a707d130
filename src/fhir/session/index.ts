export { authorize, standaloneChoices } from './authorize.ts';
export { connect } from './connect.ts';
export { LaunchError } from './launch-error.ts';
export { listEncounters, searchPatients } from './picker.ts';
export { ehrOf } from './site-ehr.ts';
