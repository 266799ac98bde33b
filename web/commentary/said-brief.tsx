// The beginning of what an executive says, beside the line that it is about; the whole stands with the thing itself.
import './commentary.css';

/** How many letters stand beside a line. */
const longest = 180;

/** The beginning of a text; nothing where there is none. */
export const SaidBrief = ({ text }: { text: string | undefined }) =>
  text === undefined ? null : (
    <p className="quiet said-brief">
      {text.length > longest ? `${text.slice(0, longest).trimEnd()} …` : text}
    </p>
  );
