/** The few plain pages of the local stack: escaped text in, a whole document out. */

/** Text that may stand in a page as it is. */
export interface Html {
  readonly html: string;
}

/** A piece of a page; every value in it is escaped unless it is a piece itself. */
export function html(parts: TemplateStringsArray, ...values: readonly unknown[]): Html {
  return {
    html: parts.map((part, index) => part + (index < values.length ? written(values[index]) : '')).join(''),
  };
}

/** A whole page with a title. */
export function htmlPage(title: string, body: Html): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body><main>${body}</main></body>
</html>`.html;
}

/** The policy under which these pages run: no script at all, nothing from elsewhere. */
export const HTML_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

const STYLE: Html = {
  html: `:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;margin:0}main{max-width:60rem;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:.4rem .8rem .4rem 0;border-bottom:1px solid #8886;vertical-align:top}
iframe{width:100%;height:36rem;border:1px solid #8886;background:#fff}pre{white-space:pre-wrap;border:1px solid #8886;padding:1rem}
ul{padding:0;list-style:none}li a{display:block;padding:.6rem .8rem;margin:.4rem 0;border:1px solid #8886;border-radius:.4rem;text-decoration:none}small{display:block}`,
};

function written(value: unknown): string {
  if (Array.isArray(value)) return value.map(written).join('');
  if (typeof value === 'object' && value !== null && 'html' in value) return String(value.html);
  return String(value ?? '').replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
