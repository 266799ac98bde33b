// Starts the page: learns where people sign in, then draws. Everything else hangs below `App`.
import '@fontsource-variable/inter/wght.css';
import '@mantine/core/styles.css';
import './page.css';
import './print.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { spokenFor } from './messages/languages.ts';
import { loadConfig } from './session/config.ts';
import { usableLocale } from './session/session.tsx';

const place = document.getElementById('page');
if (place === null) throw new Error('index.html has no element with the id "page".');
const root = createRoot(place);

loadConfig().then(
  (config) =>
    root.render(
      <StrictMode>
        <App config={config} />
      </StrictMode>,
    ),
  async (error: unknown) => {
    const { page, tag } = await spokenFor(usableLocale(navigator.language));
    document.documentElement.lang = tag;
    root.render(
      <main className="alone">
        <h1>{page.errors.startTitle}</h1>
        <p>{page.errors.startAdvice}</p>
        <p className="quiet" lang="en">
          {error instanceof Error ? error.message : String(error)}
        </p>
      </main>,
    );
  },
);
