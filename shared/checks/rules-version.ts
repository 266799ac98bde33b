// Findings say which rules judged them. A change of any check's logic, levels or texts is a new version.

/** The version of the catalogue as a whole. */
export const rulesVersion = '3';
