import type { CodeGroup } from '../operators/expression.ts';

/** What an obstructed airway that stays can be, named by a provider. */
export const OBSTRUCTIVE_AIRWAY_DISEASE: CodeGroup = {
  name: 'COPD or another named obstructive lung disease',
  icd10: ['E84', 'E88.01', 'J41', 'J42', 'J43', 'J44', 'J45', 'J47', 'J68.4', 'J98.3', 'J84.1', 'D86.0', 'D86.2', 'J44.8', 'J4A'],
  terms: ['copd', 'emphysema', 'chronic obstructive', 'chronic bronchitis', 'asthma', 'bronchiectasis', 'cystic fibrosis', 'bronchiolitis obliterans'],
  except: ['family history', 'screening', 'risk of'],
};

/** F17, Z72.0, Z87.891; smoke and dust at work, and smoke of others. */
export const TOBACCO_OR_SMOKE: CodeGroup = {
  name: 'tobacco use or exposure to smoke',
  icd10: ['F17', 'O99.33', 'Z72.0', 'Z87.891', 'Z77.22', 'Z57.31', 'Z57.2', 'Z57.3', 'Z77.110', 'T65.2'],
  terms: ['smoker', 'tobacco use', 'nicotine dependence'],
  except: ['never', 'family history'],
};

export const DYSPNEA_OR_COUGH: CodeGroup = {
  name: 'shortness of breath, cough or wheeze',
  icd10: ['R05', 'R06.0', 'R06.2', 'R06.89', 'R09.3', 'R06.00', 'R06.09'],
  terms: ['dyspnea', 'shortness of breath', 'chronic cough', 'wheez*', 'sputum'],
  except: ['family history'],
};

export const COPD: CodeGroup = {
  name: 'COPD',
  icd10: ['J43', 'J44'],
  terms: ['copd', 'chronic obstructive', 'emphysema'],
  except: ['family history', 'risk of', 'screening'],
};

/** Asthma without its severity: J45.901–J45.909 and J45.998. */
export const ASTHMA_WITHOUT_SEVERITY: CodeGroup = {
  name: 'asthma of unspecified severity',
  icd10: ['J45.90', 'J45.998'],
  terms: ['asthma'],
  except: ['family history', 'intermittent', 'mild', 'moderate', 'severe', 'exercise*', 'cough variant', 'cardiac', 'childhood', 'history of'],
};

/** J45.2–J45.5, and the kinds whose code asks for no severity. */
export const ASTHMA_WITH_SEVERITY: CodeGroup = {
  name: 'asthma with its severity',
  icd10: ['J45.2', 'J45.3', 'J45.4', 'J45.5', 'J45.990', 'J45.991'],
  terms: ['intermittent asthma', 'persistent asthma', 'exercise induced bronchospasm', 'exercise-induced bronchospasm', 'exercise-induced asthma', 'cough variant asthma'],
  except: ['family history'],
};

export const ALLERGIC_RHINITIS: CodeGroup = {
  name: 'allergic rhinitis',
  icd10: ['J30', 'J31.0', 'J33', 'L50'],
  terms: ['allergic rhinitis', 'hay fever', 'nasal polyp*', 'urticaria'],
  except: ['family history'],
};
