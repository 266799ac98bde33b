// An address that leads nowhere.
import { Link } from 'react-router';
import { useWords } from '../session/session.tsx';
import { Screen } from './screen.tsx';

/** Says so, and leads home. */
export const NotFound = () => {
  const { m } = useWords();
  return (
    <Screen title={m.errors.noScreen}>
      <p>
        <Link to="/">{m.errors.home}</Link>
      </p>
    </Screen>
  );
};
