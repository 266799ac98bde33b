// Starts the page: learns where people sign in, then draws. Everything else hangs below `App`.
import '@fontsource-variable/inter/wght.css';
import '@mantine/core/styles.css';
import './page.css';
import './print.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { en } from './messages/en.ts';
import { loadConfig } from './session/config.ts';

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
  (error: unknown) =>
    root.render(
      <main className="alone">
        <h1>{en.errors.startTitle}</h1>
        <p>{en.errors.startAdvice}</p>
        <p className="quiet">{error instanceof Error ? error.message : String(error)}</p>
      </main>,
    ),
);
