// The look: one colour for what is well and for actions, one for faults, the rest ink on paper. Every pair of text
// and ground here reaches 4.5:1 in light and in dark.
import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

const tide: MantineColorsTuple = [
  '#e6f4f2',
  '#cbe7e3',
  '#98cfc8',
  '#6fc3ba',
  '#5cc0b5',
  '#2f9c91',
  '#14857a',
  '#0b6e66',
  '#085a54',
  '#064640',
];

const night: MantineColorsTuple = [
  '#dbe3ea',
  '#a6b4c1',
  '#8594a2',
  '#64737f',
  '#4a5865',
  '#33404c',
  '#212b35',
  '#19212a',
  '#141b22',
  '#10161c',
];

/** The ground of a button that ends something; white text on it reaches 7:1 in light and in dark. */
export const endingColor = '#a33a0e';

export const theme = createTheme({
  colors: { tide, dark: night },
  primaryColor: 'tide',
  primaryShade: 7,
  black: '#16202a',
  defaultRadius: 'sm',
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  headings: { fontWeight: '650', fontFamily: "'Inter Variable', system-ui, sans-serif" },
  cursorType: 'pointer',
  respectReducedMotion: true,
});

/** The tokens that our own style sheet and Mantine's share. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--ink': '#16202a',
    '--ink-quiet': '#4d5b69',
    '--paper': '#ffffff',
    '--ground': '#f4f6f7',
    '--rule': '#d6dde3',
    '--well': '#0b6e66',
    '--well-ground': '#e6f4f2',
    '--fault': '#a33a0e',
    '--fault-ground': '#fbeee7',
    '--care': '#7a5200',
    '--care-ground': '#fbf3dd',
    '--mantine-color-body': '#f4f6f7',
    '--mantine-color-text': '#16202a',
    '--mantine-color-dimmed': '#4d5b69',
    '--mantine-color-placeholder': '#5f6d7b',
    '--mantine-color-error': '#a33a0e',
    '--mantine-color-anchor': '#0b6e66',
    '--mantine-color-tide-light': '#e6f4f2',
    '--mantine-color-tide-light-hover': '#e6f4f2',
    '--mantine-color-tide-light-color': '#0b6e66',
    '--mantine-color-default-border': '#84919d',
  },
  dark: {
    '--ink': '#e7edf2',
    '--ink-quiet': '#a6b4c1',
    '--paper': '#19212a',
    '--ground': '#10161c',
    '--rule': '#33404c',
    '--well': '#5cc0b5',
    '--well-ground': '#14322f',
    '--fault': '#f2a07c',
    '--fault-ground': '#3a2218',
    '--care': '#e3bd62',
    '--care-ground': '#352b14',
    '--mantine-color-body': '#10161c',
    '--mantine-color-text': '#e7edf2',
    '--mantine-color-dimmed': '#a6b4c1',
    '--mantine-color-placeholder': '#93a2b0',
    '--mantine-color-error': '#f2a07c',
    '--mantine-color-anchor': '#5cc0b5',
    '--mantine-color-tide-light': '#14322f',
    '--mantine-color-tide-light-hover': '#14322f',
    '--mantine-color-tide-light-color': '#5cc0b5',
    '--mantine-color-default': '#19212a',
    '--mantine-color-default-border': '#75838f',
  },
});
