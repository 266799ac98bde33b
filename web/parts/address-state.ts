// What people have switched on a screen stands in its address, so that it survives a reload, the way back and a link
// that somebody passes on.
import { useSearchParams } from 'react-router';

/** Whether `?name=value` is in the address, and a switch for it; several values of one name stand side by side. */
export const useAddressSwitch = (name: string, value: string): readonly [boolean, () => void] => {
  const [params, setParams] = useSearchParams();
  const on = params.getAll(name).includes(value);
  const toggle = (): void =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        if (on) after.delete(name, value);
        else after.append(name, value);
        return after;
      },
      { preventScrollReset: true },
    );
  return [on, toggle];
};
