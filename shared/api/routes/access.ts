// Who may call what, in the words that the route lists share.
import type { Role } from '../../domain/member.ts';

/** Every signed-in member. */
export const everyone: readonly Role[] = ['executive', 'department-head', 'analyst', 'auditor'];
/** Those who set up. */
export const analysts: readonly Role[] = ['analyst'];
/** Those who write for a department. */
export const heads: readonly Role[] = ['department-head'];
/** Those who accept and return what departments submit. */
export const deciders: readonly Role[] = ['executive', 'analyst'];
/** Those who see what everybody did. */
export const inspectors: readonly Role[] = ['executive', 'auditor'];
/** Those who answer for a finding. */
export const answerable: readonly Role[] = ['executive', 'department-head'];
/** Those who bring many entities at once: whoever sets up, and heads for their departments. */
export const importers: readonly Role[] = ['analyst', 'department-head'];
/** Those who take everything out. */
export const exporters: readonly Role[] = ['analyst', 'auditor', 'executive'];
/** Those who decide for the company. */
export const executives: readonly Role[] = ['executive'];
/** Everybody but those who only inspect. */
export const writers: readonly Role[] = ['executive', 'department-head', 'analyst'];
