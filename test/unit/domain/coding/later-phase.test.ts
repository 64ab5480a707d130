import { describe, expect, it } from 'vitest';
import { visitCodesOf } from '../../../support/read-visit.ts';

describe('an injury that is followed', () => {
  it.each([
    ['Fracture check, week 4.\nCast off. No tenderness.\nTorus fracture of the right distal radius, healing.', 'S52.521D'],
    ['Here for suture removal.\nAssessment: Laceration of the left forearm, sutures removed, edges closed.', 'S51.812D'],
    ['Follow up of right ankle sprain, 3 weeks out.\nA: Sprain of the right ankle, much better. PT.', 'S93.401D'],
  ])('%s', (note, code) => {
    expect(visitCodesOf(note)).toContain(code);
  });

  it.each([
    ['Fell on the stairs this morning.\nAssessment: Closed fracture of the right distal radius. Splint, ortho in 5 days.', 'S52.501A'],
    ['Followed for diabetes. Twisted the ankle yesterday.\nAssessment:\n1. Sprain of the right ankle.', 'S93.401A'],
  ])('is none where it is new: %s', (note, code) => {
    expect(visitCodesOf(note)).toContain(code);
  });
});
