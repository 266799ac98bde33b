// Texts with places to fill and plural forms, as page and paper share them.
export { type Data, say, type Text } from '../../shared/format/say.ts';
