import { questionsAt } from './questions.ts';

questionsAt('an EHR that takes Tasks and answers', {}, 'ehr');
