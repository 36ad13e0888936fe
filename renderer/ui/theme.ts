import {
  createTheme,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  type MantineThemeOverride,
} from '@mantine/core';
import { tokens } from './tokens.ts';

/** Laurel green, hue about 155; shades 7 and 8 are the fills of the light and dark themes. */
const laurel: MantineColorsTuple = [
  '#e4f1ea',
  '#cfe6da',
  '#a6d2bd',
  '#7fd3a9',
  '#56c08d',
  '#3aa273',
  '#2a8d63',
  '#1e7a55',
  '#277c56',
  '#17633f',
];

const FONT = '"Inter Variable", system-ui, -apple-system, "Segoe UI", Roboto, sans-serif';
const FADE = { transition: 'fade', duration: 120, timingFunction: 'ease-out' } as const;
/** Lists scroll by themselves: a scroll area inside a list box is one that keys cannot reach. */
const plainList = { withScrollArea: false } as const;
const floating = { shadow: 'md', radius: 8, transitionProps: FADE } as const;

export const theme: MantineThemeOverride = createTheme({
  colors: { laurel },
  primaryColor: 'laurel',
  primaryShade: { light: 7, dark: 8 },
  fontFamily: FONT,
  fontSizes: { xs: '12px', sm: '13px', md: '13px', lg: '14px', xl: '16px' },
  lineHeights: { xs: '16px', sm: '20px', md: '20px', lg: '20px', xl: '24px' },
  headings: { fontFamily: FONT, fontWeight: '600' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '16px' },
  defaultRadius: 'sm',
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 28 } },
    Button: { defaultProps: { size: 'compact-sm' } },
    // A menu's own list may hold only its items.
    Menu: { defaultProps: { ...floating, withInitialFocusPlaceholder: false } },
    Popover: { defaultProps: floating },
    Combobox: { defaultProps: floating },
    HoverCard: { defaultProps: floating },
    Tooltip: {
      defaultProps: {
        openDelay: 400,
        transitionProps: FADE,
        events: { hover: true, focus: true, touch: false },
      },
    },
    Modal: {
      defaultProps: {
        radius: 12,
        yOffset: 72,
        transitionProps: FADE,
        overlayProps: { color: 'transparent', backgroundOpacity: 0 },
      },
    },
    Autocomplete: { defaultProps: plainList },
    MultiSelect: { defaultProps: { ...plainList, withCheckIcon: false } },
    Select: { defaultProps: { ...plainList, withCheckIcon: false } },
    TagsInput: { defaultProps: plainList },
    Checkbox: { defaultProps: { size: 'xs', radius: 4 } },
    Switch: { defaultProps: { size: 'xs', withThumbIndicator: false } },
  },
});

/** Feeds the tokens and what Mantine derives its own colours from into each colour scheme. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {
    '--mantine-primary-color-filled': 'var(--fill)',
    '--mantine-primary-color-filled-hover': 'var(--fillhover)',
    '--mantine-color-laurel-filled': 'var(--fill)',
    '--mantine-color-laurel-filled-hover': 'var(--fillhover)',
    '--mantine-shadow-md': 'var(--shadow)',
    '--mantine-shadow-xl': 'var(--shadow)',
  },
  light: { ...tokens.light, ...derived },
  dark: { ...tokens.dark, ...derived },
});

const derived = {
  '--mantine-color-body': 'var(--bg)',
  '--mantine-color-text': 'var(--text)',
  '--mantine-color-bright': 'var(--text)',
  '--mantine-color-dimmed': 'var(--t2)',
  '--mantine-color-placeholder': 'var(--t3)',
  '--mantine-color-anchor': 'var(--acctext)',
  '--mantine-color-error': 'var(--red)',
  '--mantine-color-default': 'var(--raise)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-color': 'var(--text)',
  '--mantine-color-default-border': 'var(--line2)',
  '--mantine-color-disabled': 'var(--hover)',
  '--mantine-color-disabled-color': 'var(--t3)',
  '--mantine-color-disabled-border': 'var(--line)',
  '--mantine-primary-color-filled': 'var(--fill)',
  '--mantine-primary-color-filled-hover': 'var(--fillhover)',
  '--mantine-color-laurel-filled': 'var(--fill)',
  '--mantine-color-laurel-filled-hover': 'var(--fillhover)',
  '--mantine-color-gray-light-hover': 'var(--hover)',
  '--mantine-color-gray-light-color': 'var(--t2)',
} as const;
