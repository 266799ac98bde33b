// Who may write which kind. The service decides; this spares people a form that it would refuse.
import { useSession } from '../session/session.tsx';
import type { Kind } from './kinds.ts';

/** Whether the member writes a kind; for objectives and KPIs, those of a department (or, for a new one, of any). */
export const useWriter = (): ((kind: Kind, department?: string, isNew?: boolean) => boolean) => {
  const { me, headed } = useSession();
  const analyst = me.member.roles.includes('analyst');
  return (kind, department = '', isNew = false) => {
    if (kind !== 'kpis' && kind !== 'objectives') return analyst;
    return isNew ? headed.length > 0 : headed.includes(department);
  };
};
